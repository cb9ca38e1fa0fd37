package org.fieldfall.protocols.analysis;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.NonSymmetricMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The thermometer trace around a ramp whose start, duration and lag are given: a straight line in its parameters.
 *
 * <p>The crystal: a level before the ramp; a polynomial from there during it; a parabola after it. The thermometer follows
 * with a first-order lag. Pick-up adds a constant during the ramp, without lag. A reading counts with its own noise in kelvin,
 * that of the baseline by the slope of the calibration.
 */
final class RampModel {

    private static final int LEVEL = 0;
    private static final int PICK_UP = 1;
    private static final int AFTER_SLOPE = 2;
    private static final int AFTER_CURVE = 3;

    /** From here on the coefficients of the ramp's polynomial in t/duration, that of the first power first. */
    private static final int RAMP = 4;

    private static final int FEWEST_READINGS = 200;
    private static final double SHORTEST_LAG_SECONDS = 1e-4;

    /** In units of their noise, as all that is compared with them. */
    private final double[] readings;

    private final double[] perNoise;
    private final double firstSeconds;
    private final double intervalSeconds;

    private RampModel(double[] readings, double[] perNoise, double firstSeconds, double intervalSeconds) {
        this.readings = readings;
        this.perNoise = perNoise;
        this.firstSeconds = firstSeconds;
        this.intervalSeconds = intervalSeconds;
    }

    /**
     * Takes the readings between two times.
     *
     * @param noiseKelvin scatter of the first of them
     * @throws InsufficientTraceException if they are too few or one is invalid
     */
    static RampModel of(Trace trace, DoubleUnaryOperator conversion, double from, double to, double noiseKelvin) {
        int first = trace.indexAt(from);
        int count = trace.indexAt(to) - first;
        if (count < FEWEST_READINGS) {
            throw new InsufficientTraceException(
                    "only " + count + " readings around the ramp, too few to find its edges");
        }
        double[] raw = Arrays.copyOfRange(trace.raw(), first, first + count);
        double[] readings = new double[count];
        double[] perNoise = new double[count];
        double slope = slope(conversion, raw[0]);
        for (int i = 0; i < count; i++) {
            perNoise[i] = slope / (noiseKelvin * slope(conversion, raw[i]));
            readings[i] = conversion.applyAsDouble(raw[i]) * perNoise[i];
            if (Double.isNaN(readings[i])) {
                throw new InsufficientTraceException("a reading in the ramp is invalid, its edges cannot be found");
            }
        }
        double interval = trace.intervalSeconds();
        return new RampModel(readings, perNoise, first * interval, interval);
    }

    /** |dT/draw|: what a step of the raw reading is worth. */
    private static double slope(DoubleUnaryOperator conversion, double raw) {
        double step = 1e-4 * Math.abs(raw);
        return Math.abs(conversion.applyAsDouble(raw + step) - conversion.applyAsDouble(raw - step)) / (2 * step);
    }

    int readings() {
        return readings.length;
    }

    /** How many numbers are fitted with a polynomial of that degree, start, duration and lag among them. */
    int parameters(int degree) {
        return RAMP + degree + 3;
    }

    /** The best level, polynomial, parabola and pick-up. */
    RampCandidate fit(double start, double duration, double lag, int degree) {
        double[][] columns = columns(start, duration, Math.max(SHORTEST_LAG_SECONDS, lag), degree);
        RealMatrix normal = new Array2DRowRealMatrix(columns.length, columns.length);
        RealVector right = new ArrayRealVector(columns.length);
        for (int j = 0; j < columns.length; j++) {
            for (int k = 0; k <= j; k++) {
                double product = dot(columns[j], columns[k]);
                normal.setEntry(j, k, product);
                normal.setEntry(k, j, product);
            }
            right.setEntry(j, dot(columns[j], readings));
        }
        try {
            RealMatrix covariance =
                    new CholeskyDecomposition(normal, 1e-9, 0).getSolver().getInverse();
            double[] found = covariance.operate(right).toArray();
            return candidate(start, duration, lag, found, covariance, chiSquare(columns, found));
        } catch (NonPositiveDefiniteMatrixException | NonSymmetricMatrixException open) {
            return RampCandidate.unfit(start, duration, lag);
        }
    }

    private static RampCandidate candidate(
            double start, double duration, double lag, double[] found, RealMatrix covariance, double chiSquare) {
        double[] atEnd = new double[found.length];
        atEnd[LEVEL] = 1;
        Arrays.fill(atEnd, RAMP, found.length, 1);
        RealVector end = new ArrayRealVector(atEnd, false);
        double variance = end.dotProduct(covariance.operate(end));
        return new RampCandidate(
                start,
                duration,
                lag,
                new Uncertain(end.dotProduct(new ArrayRealVector(found, false)), Math.sqrt(Math.max(0, variance))),
                new Uncertain(found[PICK_UP], Math.sqrt(Math.max(0, covariance.getEntry(PICK_UP, PICK_UP)))),
                chiSquare,
                0,
                0);
    }

    private double chiSquare(double[][] columns, double[] found) {
        double sum = 0;
        for (int i = 0; i < readings.length; i++) {
            double off = readings[i];
            for (int k = 0; k < found.length; k++) {
                off -= found[k] * columns[k][i];
            }
            sum += off * off;
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** What each parameter adds to each reading, in units of its noise. */
    private double[][] columns(double start, double duration, double lag, int degree) {
        double[][] columns = new double[RAMP + degree][readings.length];
        Response within = new Response(lag / duration, intervalSeconds / duration, degree);
        Response after = new Response(lag / duration, intervalSeconds / duration, degree);
        for (int i = 0; i < readings.length; i++) {
            double t = firstSeconds + i * intervalSeconds - start;
            double scale = perNoise[i];
            columns[LEVEL][i] = scale;
            columns[PICK_UP][i] = scale * overlap(t, duration);
            within.moveTo(t / duration);
            after.moveTo(t / duration - 1);
            columns[AFTER_SLOPE][i] = scale * after.to(1);
            columns[AFTER_CURVE][i] = scale * after.to(2);
            for (int k = 1; k <= degree; k++) {
                columns[RAMP + k - 1][i] = scale * (within.to(k) - after.toRest(k));
            }
        }
        return columns;
    }

    /** Share of one reading's interval, centred on t, that lies inside the ramp. */
    private double overlap(double t, double duration) {
        double low = Math.max(t - intervalSeconds / 2, 0);
        double high = Math.min(t + intervalSeconds / 2, duration);
        return Math.max(0, high - low) / intervalSeconds;
    }

    /** First-order response to the powers of t that begin at t = 0, asked at equal steps; times in units of the ramp. */
    private static final class Response {
        private final double tau;
        private final double decayPerStep;
        private final double[] powers;
        private double decay = Double.NaN;

        Response(double tau, double step, int degree) {
            this.tau = tau;
            this.decayPerStep = Math.exp(-step / tau);
            this.powers = new double[degree + 1];
        }

        void moveTo(double t) {
            if (t <= 0) {
                return;
            }
            decay = Double.isNaN(decay) ? Math.exp(-t / tau) : decay * decayPerStep;
            powers[0] = 1 - decay;
            double power = 1;
            // The response to tᵏ is tᵏ − k τ times that to tᵏ⁻¹.
            for (int k = 1; k < powers.length; k++) {
                power *= t;
                powers[k] = power - k * tau * powers[k - 1];
            }
        }

        double to(int k) {
            return powers[k];
        }

        /** To (1 + t)ᵏ − 1: what a power that began one unit earlier goes on with. */
        double toRest(int k) {
            double sum = 0;
            double binomial = 1;
            for (int j = 1; j <= k; j++) {
                binomial *= (double) (k - j + 1) / j;
                sum += binomial * powers[j];
            }
            return sum;
        }
    }
}
