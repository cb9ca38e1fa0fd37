package org.fieldfall.protocols.fieldquench;

import java.util.Optional;
import org.fieldfall.protocols.theory.level.Constants;

/** How platform and crystal go to rest through the link, at a field: C(T) dT/dt = −∫ K dT from the rest to T. */
record HeatOff(Crystal crystal, PlatformFacts platform, double tesla) {

    private static final int MOST_STEPS = 50;
    private static final double CLOSE_KELVIN = 1e-9;

    /**
     * C/K at a temperature: with the spins that follow faster than the link, else with their wells alone; not a number beyond
     * what is known of lattice and addenda.
     */
    double seconds(double kelvin) {
        double hottest =
                Math.min(crystal.lattice().hottestKelvin(), platform.addenda().hottestKelvin());
        if (!(kelvin > 0 && kelvin <= hottest)) {
            return Double.NaN;
        }
        if (!platform.isFollowed(crystal, tesla, kelvin)) {
            return platform.linkSeconds(crystal, tesla, kelvin);
        }
        double spins = crystal.spins()
                .values(spin -> new double[] {spin.at(tesla).averages(kelvin).heatCapacity()})
                .values()[0];
        double whole = crystal.moles().value() * (crystal.lattice().heatCapacity(kelvin) + Constants.GAS * spins)
                + platform.addenda().heatCapacity(kelvin);
        return whole / platform.link().wattPerKelvin(kelvin);
    }

    /** Of what is left of a drift by a slope. */
    double relativeSigma() {
        return Math.hypot(platform.linkRelativeSigma(), platform.addendaRelativeSigma());
    }

    /** By how much what is left of a drift may be wrong because its time constant changes on the way. */
    double unevenness(double kelvin, double leftKelvin) {
        double change = seconds(kelvin) / seconds(kelvin + leftKelvin) - 1;
        return Double.isFinite(change) ? Math.abs(leftKelvin * change) / 2 : 0;
    }

    /** Where it would rest that drifts so fast; empty where the link does not tell. */
    Optional<Double> restKelvin(double kelvin, double kelvinPerSecond) {
        double watt = -kelvinPerSecond * seconds(kelvin) * platform.link().wattPerKelvin(kelvin);
        double rest = kelvin;
        for (int i = 0; i < MOST_STEPS; i++) {
            double step = (platform.link().watt(kelvin, rest) - watt)
                    / platform.link().wattPerKelvin(rest);
            if (!(rest + step > 0)) {
                return Optional.empty();
            }
            rest += step;
            if (Math.abs(step) < CLOSE_KELVIN) {
                return Optional.of(rest);
            }
        }
        return Optional.empty();
    }
}
