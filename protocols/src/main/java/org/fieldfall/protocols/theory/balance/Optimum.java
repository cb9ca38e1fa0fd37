package org.fieldfall.protocols.theory.balance;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * (ΔT)<sub>min</sub> and (Ti)<sub>min</sub> of the paper's Fig. 5: the start temperature with the most cooling.
 *
 * @param startKelvin (Ti)min
 * @param deltaKelvin (ΔT)min; negative is cooling
 * @param isAtEdge whether that start is an end of the range looked through: beyond it there may be more
 */
public record Optimum(double startKelvin, double deltaKelvin, boolean isAtEdge) {

    private static final int SAMPLES = 400;
    private static final double PRECISION = 1e-9;
    private static final int MOST_CALLS = 200;

    /** Of the sudden limit between two fields. */
    public static Optimum of(SuddenChange change, double fromKelvin, double toKelvin) {
        return of(ti -> change.finalKelvin(ti) - ti, fromKelvin, toKelvin);
    }

    /**
     * The lowest of all minima in a range: each of 400 samples, spaced evenly in ln T, that its neighbours do not undercut
     * is followed down. Two minima closer than 2 % of Ti are taken for one.
     *
     * @param deltaKelvin ΔT against Ti
     */
    public static Optimum of(DoubleUnaryOperator deltaKelvin, double fromKelvin, double toKelvin) {
        if (!(fromKelvin > 0 && fromKelvin < toKelvin && toKelvin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "start temperatures must be above 0 K and ascend, got " + fromKelvin + " K to " + toKelvin + " K");
        }
        var starts = IntStream.rangeClosed(0, SAMPLES)
                .mapToDouble(i -> fromKelvin * Math.pow(toKelvin / fromKelvin, (double) i / SAMPLES))
                .toArray();
        starts[SAMPLES] = toKelvin;
        var deltas = IntStream.rangeClosed(0, SAMPLES)
                .parallel()
                .mapToDouble(i -> checked(starts[i], deltaKelvin.applyAsDouble(starts[i])))
                .toArray();
        return IntStream.rangeClosed(0, SAMPLES)
                .filter(i -> isLowest(deltas, i))
                .mapToObj(i -> follow(deltaKelvin, starts, deltas, i))
                .min((a, b) -> Double.compare(a.deltaKelvin, b.deltaKelvin))
                .orElseThrow();
    }

    private static boolean isLowest(double[] deltas, int i) {
        return (i == 0 || deltas[i] <= deltas[i - 1]) && (i == SAMPLES || deltas[i] <= deltas[i + 1]);
    }

    private static Optimum follow(DoubleUnaryOperator deltaKelvin, double[] starts, double[] deltas, int i) {
        var low = starts[Math.max(0, i - 1)];
        var high = starts[Math.min(SAMPLES, i + 1)];
        var found = new BrentOptimizer(PRECISION, PRECISION)
                .optimize(
                        new MaxEval(MOST_CALLS),
                        new UnivariateObjectiveFunction(deltaKelvin::applyAsDouble),
                        GoalType.MINIMIZE,
                        new SearchInterval(low, high, starts[i]));
        var isEnd = (i == 0 || i == SAMPLES) && deltas[i] <= found.getValue();
        return isEnd ? new Optimum(starts[i], deltas[i], true) : new Optimum(found.getPoint(), found.getValue(), false);
    }

    private static double checked(double kelvin, double delta) {
        if (Double.isNaN(delta)) {
            throw new NoConvergenceException("no change of temperature known from " + kelvin + " K");
        }
        return delta;
    }
}
