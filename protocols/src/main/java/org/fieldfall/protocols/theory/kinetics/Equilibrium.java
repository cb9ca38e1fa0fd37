package org.fieldfall.protocols.theory.kinetics;

import java.util.Optional;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.lattice.Lattice;

/**
 * Where the wells come to rest: populations by the partition sums in a local field that agrees with them.
 *
 * <p>Of several states in the mean field the one of least free energy is meant, which is magnetised along the outer field;
 * in no field at all below the ordering temperature, the one that a positive field leaves behind. Mutable; used by one
 * thread.
 */
final class Equilibrium {

    private static final int MOST_STEPS = 500;
    private static final double ACCURACY = 1e-15;
    private static final double SMALLEST_MAGNETISATION = 1e-9;
    private static final double COLDEST = 1e-6;
    private static final double HOTTEST = 1e7;
    private static final double COLDEST_POPULATION = 0.05;
    private static final double POPULATION_KELVIN = 1e-9;

    private final LocalSpins spins;
    private final double dipolarTesla;
    private final double[] p;

    Equilibrium(Spins spins) {
        this.spins = new LocalSpins(spins);
        dipolarTesla = spins.dipolarTesla();
        p = new double[this.spins.size()];
    }

    /** Populations of the right wells, one a species. */
    double[] upperPopulations(double kelvin, double tesla) {
        settle(kelvin, tesla);
        return p.clone();
    }

    /** U of the spins, J/mol, with the zero of energy that the levels have. */
    double energy(double kelvin, double tesla) {
        settle(kelvin, tesla);
        return spins.energy();
    }

    /** The same of spins that are so far from equilibrium. */
    double energy(double kelvin, double tesla, Departure departure) {
        if (departure.isNone()) {
            return energy(kelvin, tesla);
        }
        settle(kelvin, tesla);
        spins.look(tesla, kelvin, departure.from(p), 0);
        return number(spins.energy(), kelvin, tesla);
    }

    /** −Σ G dp/dt of spins so far from equilibrium, W/mol. */
    double releasedPower(double kelvin, double tesla, Departure departure) {
        settle(kelvin, tesla);
        double[] upper = departure.from(p);
        spins.look(tesla, kelvin, upper, 0);
        double power = 0;
        for (int s = 0; s < upper.length; s++) {
            power -= spins.heatPerCrossing(s) * spins.wells(s).crossing(upper[s]);
        }
        return number(power, kelvin, tesla);
    }

    /** The temperature at which the main species has this population; empty where none between the coldest and this does. */
    Optional<Double> kelvinAtPopulation(double upper, double tesla, double hottestKelvin) {
        UnivariateFunction excess = kelvin -> upperPopulations(kelvin, tesla)[0] - upper;
        boolean isBetween = excess.value(COLDEST_POPULATION) * excess.value(hottestKelvin) < 0;
        return isBetween
                ? Optional.of(zero(excess, COLDEST_POPULATION, hottestKelvin, POPULATION_KELVIN))
                : Optional.empty();
    }

    /** 1/(G<sub>LR</sub> + G<sub>RL</sub>) of the main species in its local field. */
    double exchangeSeconds(double kelvin, double tesla) {
        settle(kelvin, tesla);
        var main = spins.wells(0);
        return 1 / (main.toRight() + main.toLeft());
    }

    /** The temperature at which spins in equilibrium and lattice together hold this energy, J/mol. */
    double kelvinAtEnergy(double tesla, Lattice lattice, double joulePerMole, double nearKelvin) {
        UnivariateFunction excess =
                kelvin -> number(energy(kelvin, tesla) + lattice.energy(kelvin) - joulePerMole, kelvin, tesla);
        var below = nearKelvin;
        while (excess.value(below) > 0) {
            below = within(below / 2);
        }
        var above = nearKelvin;
        while (excess.value(above) < 0) {
            above = within(above * 2);
        }
        return below == above ? below : zero(excess, below, above, ACCURACY * nearKelvin);
    }

    private static double within(double kelvin) {
        if (!(kelvin > COLDEST && kelvin < HOTTEST)) {
            throw new NoConvergenceException("no final temperature between " + COLDEST + " and " + HOTTEST + " K");
        }
        return kelvin;
    }

    private void settle(double kelvin, double tesla) {
        if (dipolarTesla != 0) {
            followingAt(tesla + dipolarTesla * magnetisation(kelvin, tesla), kelvin);
        } else {
            followingAt(tesla, kelvin);
        }
        spins.look(tesla, kelvin, p, 0);
        number(spins.energy(), kelvin, tesla);
    }

    private static double number(double energy, double kelvin, double tesla) {
        if (!Double.isFinite(energy)) {
            throw new NoConvergenceException("no equilibrium found at " + kelvin + " K, " + tesla + " T");
        }
        return energy;
    }

    /** M/Ms when it agrees with its own field; found on the side of a positive field and mirrored. */
    private double magnetisation(double kelvin, double tesla) {
        var sign = tesla < 0 ? -1 : 1;
        UnivariateFunction mismatch = m -> followingAt(Math.abs(tesla) + dipolarTesla * m, kelvin) - m;
        var least = tesla == 0 ? SMALLEST_MAGNETISATION : 0;
        if (mismatch.value(least) <= 0) {
            return 0;
        }
        return sign * zero(mismatch, least, 1, ACCURACY);
    }

    /** Populations that follow a local field, and M/Ms which they give. */
    private double followingAt(double local, double kelvin) {
        spins.follow(local, kelvin, p);
        return spins.magnetisation();
    }

    private static double zero(UnivariateFunction curve, double below, double above, double accuracy) {
        if (curve.value(above) == 0) {
            return above;
        }
        try {
            return new BrentSolver(ACCURACY, accuracy).solve(MOST_STEPS, curve, below, above);
        } catch (MathIllegalStateException | org.apache.commons.math3.exception.NoBracketingException e) {
            throw new NoConvergenceException("no zero between " + below + " and " + above + ": " + e.getMessage());
        }
    }
}
