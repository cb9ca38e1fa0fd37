package org.fieldfall.protocols.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * {@link PulseModel} fitted to its bins by least squares. What is known of a parameter beforehand counts as one more
 * reading. Scatter that is larger in means over many bins than the noise of the readings allows widens the uncertainties.
 */
final class PulseFit {

    /** Means in which scatter is sought that does not average down; more than the parameters, long against a bin. */
    private static final int BLOCKS = 40;

    private static final double STEP = 1e-4;
    private static final double SINGULAR = 1e-14;

    private final PulseModel model;
    private final int[] free;
    private final double[] point;
    private final double[] sigma;
    private final double[] residuals;

    private PulseFit(PulseModel model, int[] free, double[] point, double[] sigma, double[] residuals) {
        this.model = model;
        this.free = free;
        this.point = point;
        this.sigma = sigma;
        this.residuals = residuals;
    }

    static PulseFit of(PulseModel model) {
        double[] known = model.sigma();
        int[] free = IntStream.range(0, known.length).filter(k -> known[k] > 0).toArray();
        boolean[] used = new boolean[model.bins().count()];
        Arrays.fill(used, true);
        return of(model, model.start(), free, used);
    }

    /** The same without the bins of a span; what only these can tell stays as it is. */
    PulseFit without(double fromSeconds, double toSeconds) {
        boolean[] used = new boolean[model.bins().count()];
        for (int i = 0; i < used.length; i++) {
            double start = i * model.bins().seconds();
            used[i] = start + model.bins().seconds() <= fromSeconds || start >= toSeconds;
        }
        int[] slow = Arrays.stream(free).filter(k -> k < PulseModel.CONTACT).toArray();
        int left = (int) IntStream.range(0, used.length).filter(i -> used[i]).count();
        if (left < BLOCKS || !used[used.length - 1]) {
            throw new InsufficientTraceException(
                    "the record after the heater pulse ends before the crystal has followed," + " which takes until "
                            + toSeconds + " s");
        }
        return of(model, point, slow, used);
    }

    private static PulseFit of(PulseModel model, double[] start, int[] free, boolean[] used) {
        try {
            Problem problem = new Problem(model, start, free, used);
            Optimum optimum = new LevenbergMarquardtOptimizer()
                    .optimize(new LeastSquaresBuilder()
                            .start(Arrays.stream(free)
                                    .mapToDouble(k -> start[k])
                                    .toArray())
                            .target(new double[problem.rows()])
                            .model(problem::residuals, problem::jacobian)
                            .maxEvaluations(300)
                            .maxIterations(200)
                            .build());
            double[] point = problem.whole(optimum.getPoint().toArray());
            double[] residuals = Arrays.copyOf(optimum.getResiduals().toArray(), used.length);
            RealMatrix covariance = optimum.getCovariances(SINGULAR);
            double[] sigma = new double[start.length];
            double scale = Math.sqrt(Math.max(1, slowChiSquare(residuals, free.length)));
            for (int i = 0; i < free.length; i++) {
                sigma[free[i]] = scale * Math.sqrt(covariance.getEntry(i, i));
            }
            return new PulseFit(model, free, point, sigma, residuals);
        } catch (MathIllegalStateException | SingularMatrixException notFound) {
            throw new InsufficientTraceException("the heater pulse cannot be fitted: " + notFound.getMessage());
        }
    }

    /** Chi square per degree of freedom of the means over blocks of bins. */
    private static double slowChiSquare(double[] residuals, int parameters) {
        int per = residuals.length / BLOCKS;
        double squares = 0;
        for (int block = 0; block < BLOCKS; block++) {
            double sum = 0;
            for (int i = block * per; i < (block + 1) * per; i++) {
                sum += residuals[i];
            }
            squares += sum * sum / per;
        }
        return squares / (BLOCKS - parameters);
    }

    Uncertain heatCapacity() {
        double value = model.heatCapacity(point);
        return new Uncertain(value, value / point[PulseModel.HEAT_CAPACITY] * sigma[PulseModel.HEAT_CAPACITY]);
    }

    /** K and what else carries heat away as the platform warms. */
    Uncertain loss() {
        double value = model.loss(point);
        return new Uncertain(value, value / point[PulseModel.LOSS] * sigma[PulseModel.LOSS]);
    }

    double lateSeconds() {
        return point[PulseModel.LATE_SHARE] == 0 ? 0 : Math.exp(point[PulseModel.LOG_LATE_SECONDS]);
    }

    double baselineKelvin() {
        return model.baselineKelvin(point);
    }

    double riseKelvin() {
        return Arrays.stream(model.rises(point)).max().orElseThrow();
    }

    double scatterKelvin() {
        double squares = Arrays.stream(residuals).map(r -> r * r).sum();
        return model.bins().noiseKelvin() * Math.sqrt(squares / residuals.length);
    }

    /** Residuals in units of their standard deviation: one of each bin, then one of each parameter known beforehand. */
    private record Problem(PulseModel model, double[] start, int[] free, boolean[] used) {

        int rows() {
            return used.length + free.length;
        }

        double[] whole(double[] values) {
            double[] whole = start.clone();
            for (int i = 0; i < free.length; i++) {
                whole[free[i]] = values[i];
            }
            return whole;
        }

        double[] residuals(double[] values) {
            double[] kelvin = model.kelvin(whole(values));
            double[] residuals = new double[rows()];
            for (int i = 0; i < used.length; i++) {
                residuals[i] = used[i]
                        ? (kelvin[i] - model.bins().kelvin()[i]) / model.bins().noiseKelvin()
                        : 0;
            }
            for (int i = 0; i < free.length; i++) {
                residuals[used.length + i] = (values[i] - model.start()[free[i]]) / model.sigma()[free[i]];
            }
            return residuals;
        }

        double[][] jacobian(double[] values) {
            double[][] matrix = new double[rows()][free.length];
            for (int k = 0; k < free.length; k++) {
                double[] up = values.clone();
                double[] down = values.clone();
                up[k] += STEP;
                down[k] -= STEP;
                double[] high = residuals(up);
                double[] low = residuals(down);
                for (int i = 0; i < matrix.length; i++) {
                    matrix[i][k] = (high[i] - low[i]) / (2 * STEP);
                }
            }
            return matrix;
        }
    }
}
