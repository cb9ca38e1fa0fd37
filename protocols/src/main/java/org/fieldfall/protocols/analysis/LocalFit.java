package org.fieldfall.protocols.analysis;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A low polynomial through a stretch of a trace, in powers of (t − centre), by least squares; the scatter about it gives
 * the uncertainty.
 */
final class LocalFit {

    private final double[] coefficients;
    private final RealMatrix covariance;
    private final double scatter;

    private LocalFit(double[] coefficients, RealMatrix covariance, double scatter) {
        this.coefficients = coefficients;
        this.covariance = covariance;
        this.scatter = scatter;
    }

    /**
     * Fits all valid readings from one time to another.
     *
     * @param kelvin temperature of a raw reading; NaN drops the reading
     * @throws InsufficientTraceException if fewer than three times as many valid readings as coefficients are there
     */
    static LocalFit of(
            Trace trace, DoubleUnaryOperator kelvin, double fromSeconds, double toSeconds, double centre, int degree) {
        int size = degree + 1;
        double half = Math.max(toSeconds - centre, centre - fromSeconds);
        double[][] normal = new double[size][size];
        double[] right = new double[size];
        double squares = 0;
        int used = 0;
        double[] powers = new double[size];
        int end = trace.indexAt(toSeconds);
        for (int i = trace.indexAt(fromSeconds); i < end; i++) {
            double value = kelvin.applyAsDouble(trace.raw()[i]);
            if (Double.isNaN(value)) {
                continue;
            }
            fillPowers(powers, (i * trace.intervalSeconds() - centre) / half);
            for (int r = 0; r < size; r++) {
                right[r] += powers[r] * value;
                for (int c = 0; c < size; c++) {
                    normal[r][c] += powers[r] * powers[c];
                }
            }
            squares += value * value;
            used++;
        }
        if (used < 3 * size) {
            throw new InsufficientTraceException(String.format(
                    Locale.ROOT,
                    "between %.3f s and %.3f s of the trace only %d readings are valid, at least %d are needed",
                    fromSeconds,
                    toSeconds,
                    used,
                    3 * size));
        }
        RealMatrix inverse = new LUDecomposition(new Array2DRowRealMatrix(normal))
                .getSolver()
                .getInverse();
        double[] scaled = inverse.operate(right);
        double residual = Math.max(0, squares - new ArrayRealVector(scaled).dotProduct(new ArrayRealVector(right)));
        double variance = residual / (used - size);
        return unscaled(scaled, inverse.scalarMultiply(variance), half, Math.sqrt(variance));
    }

    private static void fillPowers(double[] powers, double x) {
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * x;
        }
    }

    private static LocalFit unscaled(double[] scaled, RealMatrix covariance, double half, double scatter) {
        double[] coefficients = new double[scaled.length];
        for (int r = 0; r < scaled.length; r++) {
            coefficients[r] = scaled[r] / Math.pow(half, r);
            for (int c = 0; c < scaled.length; c++) {
                covariance.setEntry(r, c, covariance.getEntry(r, c) / Math.pow(half, r + c));
            }
        }
        return new LocalFit(coefficients, covariance, scatter);
    }

    /** Standard deviation of the readings about the polynomial, in kelvin. */
    double scatter() {
        return scatter;
    }

    /** The polynomial at {@code offset} seconds from the centre. */
    Uncertain at(double offset) {
        double value = 0;
        double variance = 0;
        for (int r = 0; r < coefficients.length; r++) {
            value += coefficients[r] * Math.pow(offset, r);
            for (int c = 0; c < coefficients.length; c++) {
                variance += covariance.getEntry(r, c) * Math.pow(offset, r + c);
            }
        }
        return new Uncertain(value, Math.sqrt(Math.max(0, variance)));
    }

    /** Slope at the centre, per second. */
    double slope() {
        return coefficients.length > 1 ? coefficients[1] : 0;
    }
}
