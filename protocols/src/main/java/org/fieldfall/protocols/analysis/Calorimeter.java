package org.fieldfall.protocols.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fieldfall.protocols.theory.kinetics.Link;
import org.fieldfall.protocols.theory.lattice.Lattice;

/**
 * What stores heat beside the spins, and what leads it away.
 *
 * @param lattice phonons of the sample, molar
 * @param moles of the sample
 * @param addenda platform and grease, as a whole
 * @param addendaRelativeSigma relative uncertainty of all of it
 * @param link from the platform to the bath
 * @param linkRelativeSigma relative uncertainty of its conductance at all temperatures
 */
public record Calorimeter(
        Lattice lattice,
        Uncertain moles,
        Lattice addenda,
        double addendaRelativeSigma,
        Link link,
        double linkRelativeSigma) {

    /** Energy of crystal lattice and addenda, J; not a number where one of them is not known. */
    double storedJoule(double crystalKelvin, double platformKelvin) {
        return isKnown(crystalKelvin, platformKelvin)
                ? moles.value() * lattice.energy(crystalKelvin) + addenda.energy(platformKelvin)
                : Double.NaN;
    }

    private boolean isKnown(double crystalKelvin, double platformKelvin) {
        return crystalKelvin <= lattice.hottestKelvin() && platformKelvin <= addenda.hottestKelvin();
    }

    /** The same with one input moved by its standard uncertainty, by the name of the input. */
    Map<String, Calorimeter> moved() {
        Map<String, Calorimeter> moved = new LinkedHashMap<>();
        Uncertain more = new Uncertain(moles.value() + moles.sigma(), moles.sigma());
        moved.put("mass", new Calorimeter(lattice, more, addenda, addendaRelativeSigma, link, linkRelativeSigma));
        Lattice larger = addenda.times(1 + addendaRelativeSigma);
        moved.put("addenda", new Calorimeter(lattice, moles, larger, addendaRelativeSigma, link, linkRelativeSigma));
        Link stronger = link.times(1 + linkRelativeSigma);
        moved.put("link", new Calorimeter(lattice, moles, addenda, addendaRelativeSigma, stronger, linkRelativeSigma));
        return moved;
    }

    /** Heat capacity of both, J/K; not a number where one of them is not known. */
    double joulePerKelvin(double kelvin) {
        return isKnown(kelvin, kelvin)
                ? moles.value() * lattice.heatCapacity(kelvin) + addenda.heatCapacity(kelvin)
                : Double.NaN;
    }
}
