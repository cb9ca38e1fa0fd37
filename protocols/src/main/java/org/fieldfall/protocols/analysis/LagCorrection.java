package org.fieldfall.protocols.analysis;

import java.util.Arrays;

/**
 * Takes the thermometer's first-order lag out of evenly spaced readings: T = T_th + τ dT_th/dt, both by a parabola through a
 * window around each reading (Savitzky and Golay), so that the derivative's noise stays small.
 *
 * @param lagSeconds τ
 * @param intervalSeconds from one reading to the next
 * @param halfWindow readings on each side of the one that is corrected, at least 1
 */
public record LagCorrection(double lagSeconds, double intervalSeconds, int halfWindow) {

    public LagCorrection {
        if (!(lagSeconds >= 0) || !(intervalSeconds > 0) || halfWindow < 1) {
            throw new IllegalArgumentException(
                    "a lag correction needs a lag of 0 s or more, an interval above 0 s and a"
                            + " window of at least 1 reading on each side, not " + lagSeconds + " s, " + intervalSeconds
                            + " s, "
                            + halfWindow);
        }
    }

    /** The narrowest window whose result is no noisier than the readings are. */
    public static LagCorrection quiet(double lagSeconds, double intervalSeconds) {
        int half = 1;
        while (new LagCorrection(lagSeconds, intervalSeconds, half).noiseGain() > 1) {
            half++;
        }
        return new LagCorrection(lagSeconds, intervalSeconds, half);
    }

    public double windowSeconds() {
        return 2 * halfWindow * intervalSeconds;
    }

    /** Standard deviation of a corrected reading over that of a reading, for white noise. */
    public double noiseGain() {
        return Math.sqrt(Arrays.stream(weights()).map(w -> w * w).sum());
    }

    /** The corrected temperatures; NaN where the window reaches over an end or holds no number. */
    public double[] apply(double[] kelvin) {
        double[] weights = weights();
        double[] corrected = new double[kelvin.length];
        Arrays.fill(corrected, Double.NaN);
        for (int i = halfWindow; i + halfWindow < kelvin.length; i++) {
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * kelvin[i - halfWindow + k];
            }
            corrected[i] = sum;
        }
        return corrected;
    }

    /** What each reading of the window counts: that of the parabola's level and τ times that of its slope. */
    private double[] weights() {
        double n = halfWindow;
        double squares = n * (n + 1) * (2 * n + 1) / 3;
        double scale = (2 * n - 1) * (2 * n + 1) * (2 * n + 3) / 3;
        double[] weights = new double[2 * halfWindow + 1];
        for (int k = 0; k < weights.length; k++) {
            double place = k - n;
            double level = (3 * n * n + 3 * n - 1 - 5 * place * place) / scale;
            weights[k] = level + lagSeconds / intervalSeconds * place / squares;
        }
        return weights;
    }
}
