package org.fieldfall.simulator.world;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;

/**
 * The nominal calibration curve and how one sensor departs from it: it shows the resistance that the nominal curve gives
 * for T + δ(T), δ = (T/4 K)(a cos u + b sin u), where u runs through a turn while T grows fourfold. Outside its points
 * the nominal curve goes on as a power law.
 */
public final class SensorCurve {

    private static final double FROM_KELVIN = 0.3;
    private static final double TO_KELVIN = 60;
    private static final double STEP_KELVIN = 0.01;
    private static final double NUDGE_KELVIN = 1e-4;

    private final PolynomialSplineFunction logOhm;
    private final PolynomialSplineFunction slope;
    private final double cosineKelvin;
    private final double sineKelvin;

    /**
     * @param cosineKelvin a, the error at 4 K
     * @param sineKelvin b
     */
    public SensorCurve(double[] ohm, double[] kelvin, double cosineKelvin, double sineKelvin) {
        if (ohm.length != kelvin.length || ohm.length < 3) {
            throw new IllegalArgumentException("a curve needs three points or more, not " + ohm.length
                    + " resistances and " + kelvin.length + " temperatures");
        }
        int[] order = IntStream.range(0, kelvin.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> kelvin[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.logOhm = new SplineInterpolator().interpolate(logs(kelvin, order), logs(ohm, order));
        this.slope = logOhm.polynomialSplineDerivative();
        this.cosineKelvin = cosineKelvin;
        this.sineKelvin = sineKelvin;
    }

    /** δ(T), in kelvin. */
    double errorKelvin(double kelvin) {
        double turn = 2 * Math.PI * Math.log(kelvin / 4) / Math.log(4);
        return kelvin / 4 * (cosineKelvin * Math.cos(turn) + sineKelvin * Math.sin(turn));
    }

    /** Resistance that the sensor shows at a temperature. */
    public double ohm(double kelvin) {
        double[] knots = logOhm.getKnots();
        double wanted = Math.log(kelvin + errorKelvin(kelvin));
        double inside = Math.max(knots[0], Math.min(knots[knots.length - 1], wanted));
        return Math.exp(logOhm.value(inside) + slope.value(inside) * (wanted - inside));
    }

    Table table() {
        int points = (int) Math.round((TO_KELVIN - FROM_KELVIN) / STEP_KELVIN) + 1;
        double[] ohms = new double[points];
        double[] slopes = new double[points];
        for (int i = 0; i < points; i++) {
            double kelvin = FROM_KELVIN + i * STEP_KELVIN;
            ohms[i] = ohm(kelvin);
            slopes[i] = (ohm(kelvin + NUDGE_KELVIN) - ohm(kelvin - NUDGE_KELVIN)) / (2 * NUDGE_KELVIN);
        }
        return new Table(FROM_KELVIN, STEP_KELVIN, ohms, slopes);
    }

    private static double[] logs(double[] values, int[] order) {
        return IntStream.of(order).mapToDouble(i -> Math.log(values[i])).toArray();
    }
}
