package org.fieldfall.protocols.instrument;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Temperature of a resistance thermometer from its resistance. Immutable, safe to share between threads.
 *
 * <p>Between the points log T is a piecewise cubic of log R whose slope at each point is that of the parabola through it
 * and its neighbours, held within the bounds that keep it monotonic (Fritsch and Carlson 1980, eq. 4.2): the error falls
 * with the third power of the spacing. Outside the points there is no temperature: NaN, never an extrapolation.
 */
public final class CalibrationCurve {

    private final double[] ohm;
    private final double[] kelvin;
    private final double[] logOhm;
    private final double[] logKelvin;
    private final double[] slope;

    private CalibrationCurve(double[] ohm, double[] kelvin) {
        this.ohm = ohm;
        this.kelvin = kelvin;
        this.logOhm = Arrays.stream(ohm).map(Math::log).toArray();
        this.logKelvin = Arrays.stream(kelvin).map(Math::log).toArray();
        this.slope = slopes(logOhm, logKelvin);
    }

    /**
     * @param ohm resistances, above zero, in any order
     * @param kelvin temperatures of the same points, above zero; they fall or rise with the resistance throughout
     */
    public static CalibrationCurve of(double[] ohm, double[] kelvin) {
        if (ohm.length != kelvin.length || ohm.length < 3) {
            throw new IllegalArgumentException(
                    "a calibration curve needs three points or more, each of a resistance and " + "a temperature, not "
                            + ohm.length + " and " + kelvin.length);
        }
        int[] order = IntStream.range(0, ohm.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> ohm[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sortedOhm = Arrays.stream(order).mapToDouble(i -> ohm[i]).toArray();
        double[] sortedKelvin = Arrays.stream(order).mapToDouble(i -> kelvin[i]).toArray();
        checkPoints(sortedOhm, sortedKelvin);
        return new CalibrationCurve(sortedOhm, sortedKelvin);
    }

    private static void checkPoints(double[] ohm, double[] kelvin) {
        double direction = Math.signum(kelvin[1] - kelvin[0]);
        for (int i = 0; i < ohm.length; i++) {
            boolean sound = ohm[i] > 0 && kelvin[i] > 0 && Double.isFinite(ohm[i]) && Double.isFinite(kelvin[i]);
            if (!sound || (i > 0 && !(ohm[i] > ohm[i - 1] && (kelvin[i] - kelvin[i - 1]) * direction > 0))) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "a calibration curve needs positive values that keep one direction; %.6g Ohm, %.6g K breaks it",
                        ohm[i],
                        kelvin[i]));
            }
        }
    }

    private static double[] slopes(double[] x, double[] y) {
        int last = x.length - 1;
        double[] slope = new double[x.length];
        for (int i = 1; i < last; i++) {
            double before = secant(x, y, i - 1);
            double after = secant(x, y, i);
            double share = (x[i] - x[i - 1]) / (x[i + 1] - x[i - 1]);
            slope[i] = bounded((1 - share) * before + share * after, before, after);
        }
        slope[0] = endSlope(x[1] - x[0], x[2] - x[1], secant(x, y, 0), secant(x, y, 1));
        slope[last] = endSlope(
                x[last] - x[last - 1], x[last - 1] - x[last - 2], secant(x, y, last - 1), secant(x, y, last - 2));
        return slope;
    }

    private static double secant(double[] x, double[] y, int i) {
        return (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
    }

    private static double endSlope(double near, double far, double nearSecant, double farSecant) {
        double parabola = nearSecant + (nearSecant - farSecant) * near / (near + far);
        return bounded(parabola, nearSecant, nearSecant);
    }

    // Up to three times the smaller secant, on its side of zero, a cubic stays monotonic.
    private static double bounded(double slope, double before, double after) {
        double sign = Math.signum(before);
        double bound = 3 * Math.min(Math.abs(before), Math.abs(after));
        return sign * Math.min(bound, Math.max(0, sign * slope));
    }

    /** Temperature at a resistance; NaN outside the points or for NaN. */
    public double kelvin(double atOhm) {
        if (!(atOhm >= ohm[0] && atOhm <= ohm[ohm.length - 1])) {
            return Double.NaN;
        }
        double x = Math.log(atOhm);
        return Math.exp(value(piece(x), x));
    }

    /** Resistance at a temperature, the inverse of {@link #kelvin}; NaN outside the points or for NaN. */
    public double ohm(double atKelvin) {
        if (!(atKelvin >= coldestKelvin() && atKelvin <= warmestKelvin())) {
            return Double.NaN;
        }
        double y = Math.log(atKelvin);
        double low = logOhm[0];
        double high = logOhm[logOhm.length - 1];
        boolean falling = kelvin[0] > kelvin[kelvin.length - 1];
        for (int i = 0; i < 64 && high - low > 1e-15; i++) {
            double middle = 0.5 * (low + high);
            boolean beyond = value(piece(middle), middle) > y;
            if (beyond == falling) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(0.5 * (low + high));
    }

    /** dT/dR at a resistance in kelvin per ohm, negative for a Cernox; NaN outside the points. */
    public double kelvinPerOhm(double atOhm) {
        double t = kelvin(atOhm);
        if (Double.isNaN(t)) {
            return Double.NaN;
        }
        double x = Math.log(atOhm);
        return derivative(piece(x), x) * t / atOhm;
    }

    private int piece(double x) {
        int found = Arrays.binarySearch(logOhm, x);
        int piece = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(piece, logOhm.length - 2));
    }

    // Hermite form on the piece: u runs from 0 to 1.
    private double value(int i, double x) {
        double width = logOhm[i + 1] - logOhm[i];
        double u = (x - logOhm[i]) / width;
        double v = 1 - u;
        return logKelvin[i] * v * v * (1 + 2 * u)
                + logKelvin[i + 1] * u * u * (3 - 2 * u)
                + width * u * v * (slope[i] * v - slope[i + 1] * u);
    }

    private double derivative(int i, double x) {
        double width = logOhm[i + 1] - logOhm[i];
        double u = (x - logOhm[i]) / width;
        double v = 1 - u;
        return 6 * u * v * (logKelvin[i + 1] - logKelvin[i]) / width
                + slope[i] * v * (v - 2 * u)
                + slope[i + 1] * u * (u - 2 * v);
    }

    public double coldestKelvin() {
        return Math.min(kelvin[0], kelvin[kelvin.length - 1]);
    }

    public double warmestKelvin() {
        return Math.max(kelvin[0], kelvin[kelvin.length - 1]);
    }

    /** Resistances of the points, ascending. */
    public double[] pointsOhm() {
        return ohm.clone();
    }

    /** Temperatures of the points, in the order of {@link #pointsOhm}. */
    public double[] pointsKelvin() {
        return kelvin.clone();
    }
}
