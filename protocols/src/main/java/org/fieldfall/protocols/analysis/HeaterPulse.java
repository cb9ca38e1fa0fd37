package org.fieldfall.protocols.analysis;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;

/**
 * Heat capacity and link from a pulse of known power. Method: C(T) dT/dt = P(t) − K (T − T0) fitted to the trace from the
 * baseline to the end, together with a linear drift of the thermometer; C(T) = C (1 + s (T − T0)) with a given s.
 *
 * @param heatCapacityJoulePerKelvin C of crystal and platform together, at the baseline's temperature
 * @param linkWattPerKelvin K
 * @param baselineKelvin T0
 * @param riseKelvin largest fitted rise
 * @param scatterKelvin scatter of the averaged readings about the fit
 */
public record HeaterPulse(
        Uncertain heatCapacityJoulePerKelvin,
        Uncertain linkWattPerKelvin,
        double baselineKelvin,
        double riseKelvin,
        double scatterKelvin) {

    private static final double BIN_SECONDS = 0.5;
    private static final int STEPS_PER_BIN = 4;
    private static final int C = 0;
    private static final int K = 1;
    private static final int T0 = 2;
    private static final int DRIFT = 3;

    /**
     * What was done.
     *
     * @param onSeconds start of the pulse on the trace's clock
     * @param offSeconds its end
     * @param watts its power; the uncertainty holds that of its duration too
     * @param slopePerKelvin relative change of the heat capacity with temperature, d ln C/dT
     * @param scaleRelativeSigma how well a small temperature difference is known, relative
     */
    public record Pulse(
            double onSeconds, double offSeconds, Uncertain watts, double slopePerKelvin, double scaleRelativeSigma) {}

    /**
     * Fits a pulse.
     *
     * @param kelvin temperature of a raw reading
     * @param guessJoulePerKelvin rough heat capacity
     * @param guessWattPerKelvin rough link
     */
    public static HeaterPulse of(
            Trace trace,
            DoubleUnaryOperator kelvin,
            Pulse pulse,
            double guessJoulePerKelvin,
            double guessWattPerKelvin) {
        double[] means = bins(trace, kelvin);
        double baseline = mean(means, (int) (pulse.onSeconds() / BIN_SECONDS));
        double[] guess = {1, 1, 0, 0};
        double[] unit = {guessJoulePerKelvin, guessWattPerKelvin};
        double[] target = new double[means.length];
        for (int i = 0; i < means.length; i++) {
            target[i] = means[i] - baseline;
        }
        Optimum optimum = fit(target, guess, p -> rise(p, unit, pulse, target.length));
        double[] p = optimum.getPoint().toArray();
        double scatter = optimum.getRMS();
        // A bin's scatter is white only in part: neighbouring bins share what the drift's straight line leaves.
        double variance = scatter * scatter * target.length / (target.length - guess.length);
        double[] sigma = optimum.getSigma(1e-14).toArray();
        double systematic = Math.hypot(pulse.watts().relativeSigma(), pulse.scaleRelativeSigma());
        double[] fitted = rise(p, unit, pulse, target.length);
        return new HeaterPulse(
                known(p[C] * unit[C], sigma[C] * Math.sqrt(variance) * unit[C], systematic),
                known(p[K] * unit[K], sigma[K] * Math.sqrt(variance) * unit[K], systematic),
                baseline + p[T0],
                Arrays.stream(fitted).max().orElse(0) - p[T0],
                scatter);
    }

    private static Uncertain known(double value, double sigma, double systematic) {
        return new Uncertain(value, Math.abs(sigma)).blurredBy(systematic * value);
    }

    private interface Model {
        double[] at(double[] parameters);
    }

    private static Optimum fit(double[] target, double[] guess, Model model) {
        try {
            return new LevenbergMarquardtOptimizer()
                    .optimize(new LeastSquaresBuilder()
                            .start(guess)
                            .target(target)
                            .model(model::at, p -> jacobian(p, model))
                            .maxEvaluations(200)
                            .maxIterations(100)
                            .build());
        } catch (MathIllegalStateException notConverged) {
            throw new InsufficientTraceException("the heater pulse cannot be fitted: " + notConverged.getMessage());
        }
    }

    private static double[][] jacobian(double[] p, Model model) {
        double step = 1e-4;
        double[][] matrix = new double[model.at(p).length][p.length];
        for (int k = 0; k < p.length; k++) {
            double[] up = p.clone();
            double[] down = p.clone();
            up[k] += step;
            down[k] -= step;
            double[] high = model.at(up);
            double[] low = model.at(down);
            for (int i = 0; i < high.length; i++) {
                matrix[i][k] = (high[i] - low[i]) / (2 * step);
            }
        }
        return matrix;
    }

    /** Rise over the baseline at the middle of each bin, by the implicit midpoint rule. */
    private static double[] rise(double[] p, double[] unit, Pulse pulse, int bins) {
        double heatCapacity = p[C] * unit[C];
        double link = p[K] * unit[K];
        double step = BIN_SECONDS / STEPS_PER_BIN;
        double rise = 0;
        double[] rises = new double[bins];
        for (int i = 0; i < bins * STEPS_PER_BIN; i++) {
            double start = i * step;
            if (i % STEPS_PER_BIN == STEPS_PER_BIN / 2) {
                double drift = p[DRIFT] * (start - bins * BIN_SECONDS / 2) / (bins * BIN_SECONDS);
                rises[i / STEPS_PER_BIN] = p[T0] + rise + drift;
            }
            double share = overlap(start, start + step, pulse) / step;
            double power = pulse.watts().value() * share;
            double capacity = heatCapacity * (1 + pulse.slopePerKelvin() * rise);
            double half = link * step / 2 / capacity;
            rise = (rise * (1 - half) + power * step / capacity) / (1 + half);
        }
        return rises;
    }

    private static double overlap(double from, double to, Pulse pulse) {
        return Math.max(0, Math.min(to, pulse.offSeconds()) - Math.max(from, pulse.onSeconds()));
    }

    private static double[] bins(Trace trace, DoubleUnaryOperator kelvin) {
        int per = (int) Math.round(BIN_SECONDS / trace.intervalSeconds());
        double[] means = new double[trace.size() / Math.max(1, per)];
        if (per < 1 || means.length < 40) {
            throw new InsufficientTraceException(
                    "a trace of " + trace.endSeconds() + " s is too short for a heater pulse");
        }
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            for (int k = i * per; k < (i + 1) * per; k++) {
                sum += kelvin.applyAsDouble(trace.raw()[k]);
            }
            means[i] = sum / per;
            if (Double.isNaN(means[i])) {
                throw new InsufficientTraceException("a reading of the heater pulse is invalid");
            }
        }
        return means;
    }

    private static double mean(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum / count;
    }
}
