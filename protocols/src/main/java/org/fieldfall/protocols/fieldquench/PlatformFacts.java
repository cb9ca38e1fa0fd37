package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.theory.kinetics.Link;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.Thermometer;
import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;
import org.fieldfall.protocols.theory.lattice.Lattice;

/**
 * What the crystal sits on: platform, link and thermometer. SI units.
 *
 * @param link from the platform to the bath, an open switch included
 * @param linkRelativeSigma uncertainty of its conductance, the same share at all temperatures
 * @param addenda heat capacity of platform and grease, J/K of the whole
 * @param addendaRelativeSigma likewise
 * @param eddyWattPerTeslaPerSecondSquared heating of the platform over (dB/dt)²
 * @param internalSeconds τ₂, in which crystal and platform equalise
 * @param thermometer on the platform
 */
public record PlatformFacts(
        Link link,
        double linkRelativeSigma,
        Lattice addenda,
        double addendaRelativeSigma,
        Uncertain eddyWattPerTeslaPerSecondSquared,
        double internalSeconds,
        Thermometer thermometer) {

    /** The same link and addenda at all temperatures, everything else ideal. */
    public static PlatformFacts constant(Uncertain linkWattPerKelvin, Uncertain addendaJoulePerKelvin) {
        return new PlatformFacts(
                Link.constant(linkWattPerKelvin.value()),
                linkWattPerKelvin.relativeSigma(),
                new ConstantHeatCapacity(addendaJoulePerKelvin.value()),
                addendaJoulePerKelvin.relativeSigma(),
                Uncertain.exact(0),
                0,
                Thermometer.ideal());
    }

    /** Time constant of the link with wells that are blocked. */
    public double linkSeconds(Crystal crystal, double tesla, double kelvin) {
        double blocked =
                crystal.lattice().heatCapacity(kelvin) + crystal.wells().blockedHeatCapacity(kelvin, tesla);
        return (crystal.moles().value() * blocked + addenda.heatCapacity(kelvin)) / link.wattPerKelvin(kelvin);
    }

    /** Whether the spins come to equilibrium faster than the link lets the crystal go anywhere, as they do where K is not known. */
    boolean isFollowed(Crystal crystal, double tesla, double kelvin) {
        var wells = crystal.in(surroundings(crystal.moles().value(), kelvin));
        return !(wells.equilibrationSeconds(kelvin, tesla) > linkSeconds(crystal, tesla, kelvin));
    }

    /**
     * For a prediction of a crystal that is at rest at a temperature before the ramp.
     *
     * <p>At rest the bath is colder by what steady power, the thermometer's own above all, leads through the link. As only
     * differences from there count, that power is balanced here and the bath put at the resting temperature: for any K(T)
     * the heat that flows is the same.
     */
    public Surroundings surroundings(double moles, double restKelvin) {
        return Surroundings.linked(moles, addenda, link, restKelvin)
                .heatedBy(-thermometer.selfHeatingWatt(), eddyWattPerTeslaPerSecondSquared.value())
                .equalisingIn(internalSeconds)
                .readBy(thermometer);
    }

    /** K of the link at one temperature. */
    public Uncertain linkWattPerKelvin(double kelvin) {
        double conductance = link.wattPerKelvin(kelvin);
        return new Uncertain(conductance, linkRelativeSigma * conductance);
    }

    /** The same with a link that was measured at one temperature; to others it goes as before. */
    public PlatformFacts withLink(Uncertain wattPerKelvin, double kelvin) {
        return new PlatformFacts(
                link.times(wattPerKelvin.value() / link.wattPerKelvin(kelvin)),
                wattPerKelvin.relativeSigma(),
                addenda,
                addendaRelativeSigma,
                eddyWattPerTeslaPerSecondSquared,
                internalSeconds,
                thermometer);
    }

    /** The same with a link that conducts so many times as much. */
    PlatformFacts withLinkTimes(double factor) {
        return new PlatformFacts(
                link.times(factor),
                linkRelativeSigma,
                addenda,
                addendaRelativeSigma,
                eddyWattPerTeslaPerSecondSquared,
                internalSeconds,
                thermometer);
    }

    /** The same with addenda that hold so many times as much. */
    PlatformFacts withAddendaTimes(double factor) {
        return new PlatformFacts(
                link,
                linkRelativeSigma,
                addenda.times(factor),
                addendaRelativeSigma,
                eddyWattPerTeslaPerSecondSquared,
                internalSeconds,
                thermometer);
    }

    /** The same with another eddy heating. */
    PlatformFacts withEddy(double wattPerTeslaPerSecondSquared) {
        return new PlatformFacts(
                link,
                linkRelativeSigma,
                addenda,
                addendaRelativeSigma,
                Uncertain.exact(wattPerTeslaPerSecondSquared),
                internalSeconds,
                thermometer);
    }
}
