package org.fieldfall.simulator.world;

/**
 * The crystal: spins in two wells, each in equilibrium with the lattice within itself, on a Debye lattice. Immutable; the
 * upper well is the one with m above zero, which lies higher while the field is positive.
 */
public final class Crystal implements Specimen {

    /** Gas constant in J/(mol K). */
    private static final double GAS_CONSTANT = 8.314462618;

    /** Bohr magneton over Boltzmann constant in K/T. */
    private static final double BOHR_MAGNETON_KELVIN = 0.67171381563;

    private final double spin;
    private final double anisotropyKelvin;
    private final double quarticKelvin;
    private final double kelvinPerTesla;
    private final double moles;
    private final double barrierKelvin;
    private final double tau0Seconds;
    private final Debye lattice;

    public Crystal(Spin spin, double debyeKelvin, double debyeUnits, double moles) {
        if (!(spin.anisotropyKelvin < 0) || !(spin.s > 0) || !(moles > 0)) {
            throw new IllegalArgumentException("a crystal needs S and moles above 0 and D below 0, not S " + spin.s
                    + ", " + moles + " mol, D " + spin.anisotropyKelvin + " K");
        }
        this.spin = spin.s;
        this.anisotropyKelvin = spin.anisotropyKelvin;
        this.quarticKelvin = spin.quarticKelvin;
        this.kelvinPerTesla = spin.g * BOHR_MAGNETON_KELVIN;
        this.moles = moles;
        this.barrierKelvin = spin.barrierKelvin;
        this.tau0Seconds = spin.tau0Seconds;
        this.lattice = new Debye(debyeKelvin, debyeUnits);
    }

    /**
     * An axial spin S with D Sz² − B4 Sz⁴, in kelvin, that crosses its barrier with τ = τ0 exp(U/T) at zero field.
     */
    public record Spin(
            double s,
            double anisotropyKelvin,
            double quarticKelvin,
            double g,
            double barrierKelvin,
            double tau0Seconds) {}

    /**
     * The crystal at one temperature and field with a share of its spins in the upper well.
     *
     * @param joule energy of spins and lattice
     * @param joulePerTesla change of the energy with field at fixed occupation of every level
     * @param blockedJoulePerKelvin heat capacity with the wells blocked
     */
    record State(double joule, double joulePerTesla, double blockedJoulePerKelvin) {}

    @Override
    public Stage on(Platform platform, double internalSeconds, double kelvin, double tesla) {
        return new Calorimeter(this, platform, internalSeconds, kelvin, tesla);
    }

    State state(double kelvin, double tesla, double upper) {
        Well high = upperWell(kelvin, tesla);
        Well low = lowerWell(kelvin, tesla);
        double energy = lattice.energy(kelvin) + upper * high.energy() + (1 - upper) * low.energy();
        double moment = upper * high.meanM() - (1 - upper) * low.meanM();
        double capacity = lattice.heatCapacity(kelvin) + upper * high.heatCapacity() + (1 - upper) * low.heatCapacity();
        double amount = moles * GAS_CONSTANT;
        return new State(amount * energy, amount * kelvinPerTesla * moment, amount * capacity);
    }

    double equilibriumUpper(double kelvin, double tesla) {
        return share(
                lowerWell(kelvin, tesla).logWeight() - upperWell(kelvin, tesla).logWeight());
    }

    /** Relaxation rate of the wells towards equilibrium, in 1/s, from eq. (10) with a barrier that a field lowers. */
    double rate(double kelvin, double tesla) {
        double difference = Math.abs(
                upperWell(kelvin, tesla).logWeight() - lowerWell(kelvin, tesla).logWeight());
        return escapeRate(kelvin, tesla) * (1 + Math.exp(-difference));
    }

    /** Upper population after {@code seconds} at a held temperature and field: exact for any ratio to τ. */
    double relaxed(double upper, double kelvin, double tesla, double seconds) {
        double difference =
                lowerWell(kelvin, tesla).logWeight() - upperWell(kelvin, tesla).logWeight();
        double rate = escapeRate(kelvin, tesla) * (1 + Math.exp(-Math.abs(difference)));
        return upper + (upper - share(difference)) * Math.expm1(-rate * seconds);
    }

    /** Share of each level from m = −S up: wells in internal equilibrium, m = 0 half in each. */
    double[] populations(double kelvin, double tesla, double upper) {
        double bias = kelvinPerTesla * tesla;
        Well high = upperWell(kelvin, tesla);
        Well low = lowerWell(kelvin, tesla);
        double[] shares = new double[(int) (2 * spin) + 1];
        for (int k = 0; k < shares.length; k++) {
            double m = k - spin;
            double log = -Well.level(anisotropyKelvin, quarticKelvin, bias, m) / kelvin;
            double inUpper = m < 0 ? 0 : upper * Math.exp(log - high.logWeight());
            double inLower = m > 0 ? 0 : (1 - upper) * Math.exp(log - low.logWeight());
            shares[k] = m == 0 ? (inUpper + inLower) / 2 : inUpper + inLower;
        }
        return shares;
    }

    private double escapeRate(double kelvin, double tesla) {
        double bias = Math.abs(kelvinPerTesla * tesla);
        double barrier = barrierKelvin - loweredBy(bias);
        return Math.exp(-Math.max(0, barrier) / kelvin) / (2 * tau0Seconds);
    }

    /** Of D alone the continuous (1−h)²; with B4 what the highest level loses against the end of the upper well. */
    private double loweredBy(double bias) {
        return quarticKelvin == 0
                ? spin * bias + bias * bias / (4 * anisotropyKelvin)
                : highestOverEnd(0) - highestOverEnd(bias);
    }

    private double highestOverEnd(double bias) {
        double highest = Well.level(anisotropyKelvin, quarticKelvin, bias, spin);
        double end = highest;
        for (double m = spin - 1; m >= -spin; m--) {
            highest = Math.max(highest, Well.level(anisotropyKelvin, quarticKelvin, bias, m));
        }
        return highest - end;
    }

    private static double share(double logOfLowerOverUpper) {
        return 1 / (1 + Math.exp(logOfLowerOverUpper));
    }

    private Well upperWell(double kelvin, double tesla) {
        return Well.at(spin, anisotropyKelvin, quarticKelvin, kelvinPerTesla * tesla, kelvin);
    }

    private Well lowerWell(double kelvin, double tesla) {
        return Well.at(spin, anisotropyKelvin, quarticKelvin, -kelvinPerTesla * tesla, kelvin);
    }
}
