package org.fieldfall.protocols.analysis;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What is not known of a calibration curve: a smooth error δ(T) = (T/4 K)(a cos u + b sin u), a and b of the stated size each,
 * where u runs through a turn while T grows fourfold. So it grows with T and has changed its sign a factor of two away.
 *
 * @param sigmaKelvin standard uncertainty at 4 K
 */
record CurveError(double sigmaKelvin) {

    private static final double STATED_KELVIN = 4;
    private static final double TURN = Math.log(4);

    /** Of one temperature. */
    double sigma(double kelvin) {
        return sigmaKelvin * kelvin / STATED_KELVIN;
    }

    /** Of the difference of two. */
    double differenceSigma(double kelvin, double other) {
        double turned = 2 * Math.PI * Math.log(kelvin / other) / TURN;
        double square = kelvin * kelvin + other * other - 2 * kelvin * other * Math.cos(turned);
        return sigmaKelvin / STATED_KELVIN * Math.sqrt(Math.max(0, square));
    }

    /** The error's two independent shapes, each as large as its standard uncertainty: kelvin that they add. */
    List<DoubleUnaryOperator> shapes() {
        return List.of(
                kelvin -> sigma(kelvin) * Math.cos(2 * Math.PI * Math.log(kelvin / STATED_KELVIN) / TURN),
                kelvin -> sigma(kelvin) * Math.sin(2 * Math.PI * Math.log(kelvin / STATED_KELVIN) / TURN));
    }
}
