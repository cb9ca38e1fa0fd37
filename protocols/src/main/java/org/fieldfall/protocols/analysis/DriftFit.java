package org.fieldfall.protocols.analysis;

import java.util.Optional;

/**
 * How far a drifting temperature still is from where it is going: T(t) = T∞ + A exp(−t/τ) fitted to recent readings, by
 * linear least squares at each of a set of time constants around the expected one.
 *
 * @param asymptoteKelvin T∞
 * @param remainingKelvin T∞ minus the fitted temperature at the last reading, with its uncertainty
 * @param atMostKelvin largest remaining drift, two standard uncertainties included, over all τ that the readings allow
 * @param timeConstantSeconds the τ that fits best
 */
public record DriftFit(
        double asymptoteKelvin, Uncertain remainingKelvin, double atMostKelvin, double timeConstantSeconds) {

    private static final int FEWEST_READINGS = 8;
    private static final int TIME_CONSTANTS = 25;

    /**
     * Fits readings, oldest first.
     *
     * @param seconds times of the readings
     * @param kelvin temperatures
     * @param expectedSeconds rough time constant; τ is sought from half of it to twice it
     * @return empty if there are fewer than eight readings or they span less than half the expected time constant
     */
    public static Optional<DriftFit> of(double[] seconds, double[] kelvin, double expectedSeconds) {
        int n = seconds.length;
        if (n < FEWEST_READINGS || seconds[n - 1] - seconds[0] < expectedSeconds / 2) {
            return Optional.empty();
        }
        double[] taus = new double[TIME_CONSTANTS];
        Line[] lines = new Line[TIME_CONSTANTS];
        int best = 0;
        for (int i = 0; i < TIME_CONSTANTS; i++) {
            taus[i] = expectedSeconds * Math.pow(4, (double) i / (TIME_CONSTANTS - 1) - 0.5);
            lines[i] = Line.through(seconds, kelvin, taus[i]);
            best = lines[i].squares < lines[best].squares ? i : best;
        }
        double variance = lines[best].squares / (n - 3);
        double atMost = 0;
        for (Line line : lines) {
            if (line.squares - lines[best].squares <= 4 * variance) {
                atMost = Math.max(atMost, Math.abs(line.slope) + 2 * line.sigma(variance));
            }
        }
        Uncertain remaining = new Uncertain(-lines[best].slope, lines[best].sigma(variance));
        return Optional.of(new DriftFit(lines[best].offset, remaining, atMost, taus[best]));
    }

    /** True if the drift surely ends within {@code kelvin} of the present temperature. */
    public boolean isWithin(double kelvin) {
        return atMostKelvin < kelvin;
    }

    /** Straight line in x = exp(−(t − t_last)/τ): the slope is what remains at the last reading. */
    private record Line(double offset, double slope, double slopeVariance, double squares) {

        double sigma(double variance) {
            return Math.sqrt(variance * slopeVariance);
        }

        static Line through(double[] seconds, double[] kelvin, double tau) {
            int n = seconds.length;
            double[] x = new double[n];
            double meanX = 0;
            double meanY = 0;
            for (int i = 0; i < n; i++) {
                x[i] = Math.exp(-(seconds[i] - seconds[n - 1]) / tau);
                meanX += x[i] / n;
                meanY += kelvin[i] / n;
            }
            double sxx = 0;
            double sxy = 0;
            for (int i = 0; i < n; i++) {
                sxx += (x[i] - meanX) * (x[i] - meanX);
                sxy += (x[i] - meanX) * (kelvin[i] - meanY);
            }
            double slope = sxy / sxx;
            double offset = meanY - slope * meanX;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double residual = kelvin[i] - offset - slope * x[i];
                squares += residual * residual;
            }
            return new Line(offset, slope, 1 / sxx, squares);
        }
    }
}
