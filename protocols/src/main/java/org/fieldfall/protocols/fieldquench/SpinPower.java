package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.theory.kinetics.Departure;

/**
 * Heat that spins out of equilibrium give off all the time while they go there, and by which the platform rests warmer or
 * colder than the bath before the ramp. After it they do something else, so that it must not be taken for a steady power.
 */
final class SpinPower {

    private SpinPower() {}

    /**
     * In watts, below zero where they take heat up; zero where they follow faster than the link, because then there is no
     * power of their own but a part of the crystal's heat capacity.
     */
    static double watt(
            Crystal crystal, PlatformFacts platform, double moles, double kelvin, double tesla, Departure departure) {
        if (departure.isNone()) {
            return 0;
        }
        return platform.isFollowed(crystal, tesla, kelvin)
                ? 0
                : crystal.in(platform.surroundings(moles, kelvin)).releasedWatt(kelvin, tesla, departure);
    }

    /** By how much it warms the platform at rest. */
    static double restKelvin(
            Crystal crystal, PlatformFacts platform, double moles, double kelvin, double tesla, Departure departure) {
        return watt(crystal, platform, moles, kelvin, tesla, departure)
                / platform.link().wattPerKelvin(kelvin);
    }
}
