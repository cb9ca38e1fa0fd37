package org.fieldfall.protocols.analysis;

import java.util.function.DoubleUnaryOperator;

/**
 * How raw readings become kelvin and how well that is known.
 *
 * @param kelvin temperature of a raw reading, in volts across the sensor; NaN when invalid
 * @param curveSigmaKelvin uncertainty of the calibration between two temperatures of one shot
 * @param offsetSigmaVolts unknown constant voltage in series, the thermal EMF
 * @param scaleRelativeSigma relative uncertainty of excitation current and meter gain together
 * @param lagSeconds time by which the thermometer follows the crystal, with its uncertainty
 * @param contactShare share by which the crystal is further from where it started than the platform under it: what the
 *     link brings to the platform passes the contact between them; conductance of the link over that of the contact
 * @param excitationAmperes current through the sensor, which heats it; 0 where that heat is of no account
 */
public record Thermometry(
        DoubleUnaryOperator kelvin,
        double curveSigmaKelvin,
        double offsetSigmaVolts,
        double scaleRelativeSigma,
        Uncertain lagSeconds,
        Uncertain contactShare,
        double excitationAmperes) {

    /** A sensor whose own heat is of no account. */
    public Thermometry(
            DoubleUnaryOperator kelvin,
            double curveSigmaKelvin,
            double offsetSigmaVolts,
            double scaleRelativeSigma,
            Uncertain lagSeconds,
            Uncertain contactShare) {
        this(kelvin, curveSigmaKelvin, offsetSigmaVolts, scaleRelativeSigma, lagSeconds, contactShare, 0);
    }

    /**
     * Systematic uncertainty of a temperature difference: what the offset and the scale do to the difference, and the
     * calibration in proportion to it up to its stated size at one kelvin.
     *
     * @param atRaw reading at the one temperature
     * @param baseRaw reading at the other
     */
    double differenceSigma(double atRaw, double baseRaw) {
        double difference = kelvin.applyAsDouble(atRaw) - kelvin.applyAsDouble(baseRaw);
        double offset = shifted(atRaw, baseRaw, offsetSigmaVolts, 0) - difference;
        double scale = shifted(atRaw, baseRaw, 0, scaleRelativeSigma) - difference;
        double curve = curveSigmaKelvin * Math.min(1, Math.abs(difference));
        return Math.hypot(Math.hypot(offset, scale), curve);
    }

    /** Temperature difference of the crystal from that of the platform under it. */
    Uncertain crystal(Uncertain platformKelvin) {
        double difference = platformKelvin.value();
        return new Uncertain(difference * (1 + contactShare.value()), platformKelvin.sigma())
                .blurredBy(difference * contactShare.sigma());
    }

    /** Systematic uncertainty of one temperature. */
    public double absoluteSigma(double raw) {
        double base = kelvin.applyAsDouble(raw);
        double offset = kelvin.applyAsDouble(raw + offsetSigmaVolts) - base;
        double scale = kelvin.applyAsDouble(raw * (1 + scaleRelativeSigma)) - base;
        return Math.hypot(Math.hypot(offset, scale), curveSigmaKelvin);
    }

    /**
     * Change with temperature of the heat I V that the current makes in the sensor; below zero where the resistance falls,
     * which looks like a better link.
     */
    double selfHeatingWattPerKelvin(double raw) {
        double step = 1e-4 * raw;
        double difference = kelvin.applyAsDouble(raw + step) - kelvin.applyAsDouble(raw - step);
        return excitationAmperes * 2 * step / difference;
    }

    private double shifted(double atRaw, double baseRaw, double volts, double relative) {
        return kelvin.applyAsDouble(atRaw * (1 + relative) + volts)
                - kelvin.applyAsDouble(baseRaw * (1 + relative) + volts);
    }
}
