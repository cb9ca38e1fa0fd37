package org.fieldfall.simulator.world;

import java.util.List;
import org.fieldfall.protocols.theory.level.Constants;

/**
 * One implicit stage of the level equations: the temperature at which populations, rates and energy belong together.
 *
 * <p>Holds the room for matrices; used by one thread.
 */
final class LevelSolver {

    private static final double TOLERANCE_KELVIN = 1e-8;
    private static final int MOST_TRIES = 60;
    private static final int MOST_FIELDS = 1000;
    private static final double SETTLED = 1e-15;

    private final Ladder ladder;
    private final List<RateLaw> laws;
    private final double[] shares;
    private final double dipolarTesla;
    private final Debye lattice;
    private final double amount;
    private final RateMatrix[] matrices;
    private final double[] energies;
    private final double[] outflow;
    private double joulePerKelvin;

    LevelSolver(LevelCrystal crystal) {
        this.ladder = crystal.ladder();
        this.laws = crystal.laws();
        this.shares = crystal.shares();
        this.dipolarTesla = crystal.dipolarTesla();
        this.lattice = crystal.lattice();
        this.amount = crystal.moles() * Constants.GAS;
        this.matrices = laws.stream().map(RateLaw::matrix).toArray(RateMatrix[]::new);
        this.energies = new double[ladder.size()];
        this.outflow = new double[ladder.size()];
    }

    /**
     * What a stage has to balance.
     *
     * @param weightSeconds for which the rates of its end act
     * @param tesla field at its end
     * @param halfTesla half of the field's change up to there
     * @param joule energy of the crystal at its start, with the half of the field's work that is known already
     * @param exchange with the platform
     * @param startKelvin of the crystal
     */
    record Balance(
            double weightSeconds, double tesla, double halfTesla, double joule, Exchange exchange, double startKelvin) {

        double heat(double kelvin) {
            return exchange.heat(startKelvin, kelvin);
        }
    }

    /** Where a stage ends: each species' populations, and a temperature that fits them to 1e-8 K. */
    record End(double[][] populations, double kelvin) {}

    /**
     * @param before populations at the start, whose mean field acts
     * @param base populations from which the rates of the end act
     * @param guess of the temperature
     */
    End solve(Balance balance, double[][] before, double[][] base, double guess) {
        double local = balance.tesla() + dipolarTesla * magnetisation(before);
        ladder.energies(local, energies);
        double[][] end = new double[base.length][ladder.size()];
        double at = within(guess, balance.startKelvin());
        double excess = excess(balance, base, at, end);
        double least = amount * lattice.heatCapacity(at) / 2;
        double slope = Math.max(joulePerKelvin, least);
        for (int i = 0; i < MOST_TRIES; i++) {
            double next = within(at - excess / slope, at);
            double moved = next - at;
            if (Math.abs(moved) <= TOLERANCE_KELVIN) {
                return new End(end, next);
            }
            double excessNext = excess(balance, base, next, end);
            slope = Math.max((excessNext - excess) / moved, amount * lattice.heatCapacity(next) / 2);
            joulePerKelvin = slope;
            at = next;
            excess = excessNext;
        }
        throw new IllegalStateException("the lattice's temperature did not settle near " + at + " K, at " + local
                + " T after " + balance.weightSeconds() + " s");
    }

    /** Energy that the crystal would have at this temperature less what it received. */
    private double excess(Balance balance, double[][] base, double kelvin, double[][] end) {
        laws.get(0).rates(kelvin, energies, outflow, matrices[0]);
        for (int s = 1; s < base.length; s++) {
            matrices[s].copy(matrices[0]);
            laws.get(s).cross(kelvin, energies, matrices[s]);
        }
        for (int s = 0; s < base.length; s++) {
            matrices[s].factor(balance.weightSeconds());
            matrices[s].solve(base[s], end[s]);
        }
        double work = joulePerTesla(end) * balance.halfTesla();
        return joule(end, kelvin, balance.tesla()) - work - balance.joule() + balance.heat(kelvin);
    }

    /** Energy of spins and lattice; that of the spins in each other's field counts half. */
    double joule(double[][] populations, double kelvin, double tesla) {
        double spins = 0;
        for (int s = 0; s < shares.length; s++) {
            spins += shares[s] * ladder.energy(populations[s], tesla);
        }
        double magnetisation = magnetisation(populations);
        double mutual = -ladder.kelvinPerTesla() * ladder.spin() * dipolarTesla * magnetisation * magnetisation / 2;
        return amount * (lattice.energy(kelvin) + spins + mutual);
    }

    /** Change of the energy with the field at fixed populations. */
    double joulePerTesla(double[][] populations) {
        return -amount * ladder.kelvinPerTesla() * ladder.spin() * magnetisation(populations);
    }

    double blockedJoulePerKelvin(double kelvin) {
        return amount * (lattice.heatCapacity(kelvin) + ladder.wellHeatCapacity(kelvin));
    }

    /** M/Ms, 1 with all spins along the field. */
    double magnetisation(double[][] populations) {
        double meanM = 0;
        for (int s = 0; s < shares.length; s++) {
            meanM += shares[s] * ladder.meanM(populations[s]);
        }
        return -meanM / ladder.spin();
    }

    double upper(double[][] populations) {
        double sum = 0;
        for (int s = 0; s < shares.length; s++) {
            sum += shares[s] * ladder.upper(populations[s]);
        }
        return sum;
    }

    /** Share of each level, of all species together. */
    double[] together(double[][] populations) {
        double[] sum = new double[ladder.size()];
        for (int s = 0; s < shares.length; s++) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += shares[s] * populations[s][k];
            }
        }
        return sum;
    }

    /** Boltzmann's populations in the field that the spins themselves add to. */
    double[][] equilibrium(double kelvin, double tesla) {
        double magnetisation = 0;
        double[] levels = ladder.boltzmann(kelvin, tesla);
        for (int i = 0; i < MOST_FIELDS && dipolarTesla != 0; i++) {
            levels = ladder.boltzmann(kelvin, tesla + dipolarTesla * magnetisation);
            double next = -ladder.meanM(levels) / ladder.spin();
            if (Math.abs(next - magnetisation) <= SETTLED) {
                break;
            }
            magnetisation = next;
        }
        double[][] all = new double[shares.length][];
        for (int s = 0; s < all.length; s++) {
            all[s] = levels.clone();
        }
        return all;
    }

    private static double within(double wanted, double from) {
        return Math.max(from / 2, Math.min(from * 2, wanted));
    }
}
