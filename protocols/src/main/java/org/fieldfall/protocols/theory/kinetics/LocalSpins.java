package org.fieldfall.protocols.theory.kinetics;

/**
 * The spins of {@link Spins} at one outer field, temperature and population of their wells, in the field they make for each
 * other: b = B + λ M(b, T, p)/M<sub>s</sub>, found by Newton's steps. Sums are molar. Mutable; used by one thread.
 */
final class LocalSpins {

    private static final int MOST_STEPS = 50;
    // The error left after a step of Newton's is about its square in tesla: below rounding from here on.
    private static final double LAST_STEP_TESLA = 1e-7;
    private static final double NO_STEP_TESLA = 1e-15;

    private final Wells[] wells;
    private final double perMoment;
    private final double saturation;

    private double kelvin = Double.NaN;
    private double local = Double.NaN;
    private double energy;
    private double heatCapacity;
    private double moment;
    private double momentSlope;
    private double susceptibility;

    LocalSpins(Spins spins) {
        wells = spins.species().stream().map(Wells::new).toArray(Wells[]::new);
        var sum = 0.0;
        for (var one : wells) {
            sum += one.share() * one.saturationMoment();
        }
        saturation = sum;
        perMoment = spins.dipolarTesla() / saturation;
    }

    int size() {
        return wells.length;
    }

    Wells wells(int s) {
        return wells[s];
    }

    /**
     * Sums from now on are those of this state, or not a number where no local field is stable.
     *
     * @param p the populations of the right wells, from place {@code first} on
     */
    void look(double tesla, double kelvin, double[] p, int first) {
        if (perMoment == 0) {
            lookAt(tesla, kelvin, p, first);
            return;
        }
        lookAt(Double.isNaN(local) ? tesla : local, kelvin, p, first);
        for (var step = 0; step < MOST_STEPS && amplification() > 0; step++) {
            var change = (tesla + perMoment * moment - local) * amplification();
            if (Math.abs(change) > NO_STEP_TESLA) {
                lookAt(local + change, kelvin, p, first);
            }
            if (Math.abs(change) <= LAST_STEP_TESLA && amplification() > 0) {
                return;
            }
        }
        energy = Double.NaN;
        moment = Double.NaN;
        local = Double.NaN;
    }

    /** Lets the wells follow this local field, whatever outer field that may take. */
    void follow(double local, double kelvin, double[] p) {
        lookAt(local, kelvin, p, 0);
        for (var s = 0; s < wells.length; s++) {
            p[s] = wells[s].equilibriumUpper();
        }
        sum(p, 0);
    }

    private void lookAt(double local, double kelvin, double[] p, int first) {
        if (local != this.local || kelvin != this.kelvin) {
            for (var one : wells) {
                one.look(local, kelvin);
            }
            this.local = local;
            this.kelvin = kelvin;
        }
        sum(p, first);
    }

    private void sum(double[] p, int first) {
        energy = 0;
        heatCapacity = 0;
        moment = 0;
        momentSlope = 0;
        susceptibility = 0;
        for (var s = 0; s < wells.length; s++) {
            var one = wells[s];
            var share = one.share();
            var upper = p[first + s];
            energy += share * one.energy(upper);
            heatCapacity += share * one.heatCapacity(upper);
            moment += share * one.moment(upper);
            momentSlope += share * one.momentSlope(upper);
            susceptibility += share * one.susceptibility(upper);
        }
    }

    /** U = Σ U<sub>w</sub>(b) + ½ λ M²/M<sub>s</sub>, J/mol. */
    double energy() {
        return energy + 0.5 * perMoment * moment * moment;
    }

    /** M, J/(mol T). */
    double moment() {
        return moment;
    }

    /** B<sub>loc</sub>. */
    double localTesla() {
        return local;
    }

    /** M/M<sub>s</sub>, from −1 to 1. */
    double magnetisation() {
        return moment / saturation;
    }

    /** ∂U/∂T at fixed outer field and populations, J/(mol K): C + T (∂M/∂T)² λ/M<sub>s</sub>/(1 − λχ/M<sub>s</sub>). */
    double heatCapacity() {
        return heatCapacity + kelvin * momentSlope * momentSlope * perMoment * amplification();
    }

    /** 1/(1 − λχ/M<sub>s</sub>), by which the local field exceeds what moves it; above zero where that is stable. */
    private double amplification() {
        return 1 / (1 - perMoment * susceptibility);
    }

    /**
     * Heat that the spins draw from their lattice, J/mol, for each tesla by which the outer field rises: T ∂M/∂T at fixed
     * populations, with the amplified local field.
     */
    double heatPerTesla() {
        return kelvin * momentSlope * amplification();
    }

    /**
     * Heat that they draw, J/mol, for each spin of a species that crosses to the right, as a share of that species: U<sub>R</sub> −
     * U<sub>L</sub>, and what the local field does that follows the crossing by λ (M<sub>R</sub> − M<sub>L</sub>)/M<sub>s</sub>.
     */
    double heatPerCrossing(int s) {
        var one = wells[s];
        return one.share() * (one.energyStep() + perMoment * one.momentStep() * heatPerTesla());
    }
}
