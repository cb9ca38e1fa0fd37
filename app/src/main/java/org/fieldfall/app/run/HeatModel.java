package org.fieldfall.app.run;

import org.fieldfall.protocols.analysis.Calorimeter;
import org.fieldfall.protocols.analysis.DriftTimes;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.ShotKind;
import org.fieldfall.protocols.fieldquench.ShotSettings;
import org.fieldfall.protocols.theory.kinetics.Link;
import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;
import org.fieldfall.protocols.theory.level.Constants;

/**
 * What stores and leads heat in a shot, by the files and, where the run has one, by a heater pulse.
 *
 * @param linkWattPerKelvin K as it is best known
 * @param linkSource where it comes from, in words
 */
record HeatModel(Crystal crystal, RigFacts facts, Uncertain linkWattPerKelvin, String linkSource) {

    private static final double STEP_KELVIN = 0.05;

    static HeatModel ofFiles(Crystal crystal, RigFacts facts) {
        return new HeatModel(crystal, facts, facts.linkWattPerKelvin(), "the rig file");
    }

    Calorimeter calorimeter(ShotKind kind) {
        Uncertain addenda = facts.addendaJoulePerKelvin();
        return new Calorimeter(
                crystal.lattice(),
                moles(kind),
                new ConstantHeatCapacity(addenda.value()),
                addenda.relativeSigma(),
                Link.constant(linkWattPerKelvin.value()),
                linkWattPerKelvin.relativeSigma());
    }

    DriftTimes drift(ShotKind kind, ShotSettings settings) {
        double kelvin = settings.initialKelvin();
        double after = joulePerKelvin(kind, settings.finalTesla(), kelvin);
        double slope = (joulePerKelvin(kind, settings.finalTesla(), kelvin + STEP_KELVIN)
                        - joulePerKelvin(kind, settings.finalTesla(), kelvin - STEP_KELVIN))
                / (2 * STEP_KELVIN);
        double link = linkWattPerKelvin.value();
        return new DriftTimes(
                joulePerKelvin(kind, settings.initialTesla(), kelvin) / link, after / link, slope / after);
    }

    /** Of platform and crystal with the spins in equilibrium; of the platform alone where no crystal is on it. */
    private double joulePerKelvin(ShotKind kind, double tesla, double kelvin) {
        double spins = Constants.GAS * crystal.spin().at(tesla).heatCapacity(kelvin);
        return moles(kind).value() * (crystal.lattice().heatCapacity(kelvin) + spins)
                + facts.addendaJoulePerKelvin().value();
    }

    private Uncertain moles(ShotKind kind) {
        return kind == ShotKind.BLANK ? Uncertain.exact(0) : crystal.moles();
    }
}
