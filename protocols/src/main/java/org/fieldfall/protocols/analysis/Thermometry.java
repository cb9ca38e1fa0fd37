package org.fieldfall.protocols.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * How raw readings become kelvin and how well that is known.
 *
 * @param kelvin temperature of a raw reading without a field, in volts across the sensor; NaN when invalid
 * @param curveSigmaKelvin uncertainty of the calibration at 4 K; elsewhere and between two temperatures as {@link CurveError}
 *     tells
 * @param offsetSigmaVolts unknown constant voltage in series, the thermal EMF
 * @param scaleRelativeSigma relative uncertainty of excitation current and meter gain together
 * @param lagSeconds time by which the thermometer follows the crystal, with its uncertainty
 * @param contactShare share by which the crystal is further from where it started than the platform under it: what the
 *     link brings to the platform passes the contact between them; conductance of the link over that of the contact
 * @param excitationAmperes current through the sensor, which heats it; 0 where that heat is of no account
 * @param magnetoresistancePerTeslaSquared how much too warm the sensor shows itself in a field, ΔT/T over B²
 */
public record Thermometry(
        DoubleUnaryOperator kelvin,
        double curveSigmaKelvin,
        double offsetSigmaVolts,
        double scaleRelativeSigma,
        Uncertain lagSeconds,
        Uncertain contactShare,
        double excitationAmperes,
        Uncertain magnetoresistancePerTeslaSquared) {

    /** A sensor that does not feel the field and whose own heat is of no account. */
    public Thermometry(
            DoubleUnaryOperator kelvin,
            double curveSigmaKelvin,
            double offsetSigmaVolts,
            double scaleRelativeSigma,
            Uncertain lagSeconds,
            Uncertain contactShare) {
        this(
                kelvin,
                curveSigmaKelvin,
                offsetSigmaVolts,
                scaleRelativeSigma,
                lagSeconds,
                contactShare,
                0,
                Uncertain.exact(0));
    }

    /** Temperature of a raw reading that was taken in a field. */
    DoubleUnaryOperator kelvinIn(double tesla) {
        double shown = 1 + magnetoresistancePerTeslaSquared.value() * tesla * tesla;
        return raw -> kelvin.applyAsDouble(raw) / shown;
    }

    /**
     * Systematic uncertainty of a temperature difference at one field: what offset, scale and calibration do to it.
     *
     * @param atRaw reading at the one temperature
     * @param baseRaw reading at the other
     */
    double differenceSigma(double atRaw, double baseRaw) {
        double at = kelvin.applyAsDouble(atRaw);
        double base = kelvin.applyAsDouble(baseRaw);
        double offset = shifted(atRaw, baseRaw, offsetSigmaVolts, 0) - (at - base);
        double scale = shifted(atRaw, baseRaw, 0, scaleRelativeSigma) - (at - base);
        double curve = new CurveError(curveSigmaKelvin).differenceSigma(at, base);
        return Math.hypot(Math.hypot(offset, scale), curve);
    }

    /** Temperature difference of the crystal from that of the platform under it. */
    Uncertain crystal(Uncertain platformKelvin) {
        double difference = platformKelvin.value();
        return new Uncertain(difference * (1 + contactShare.value()), platformKelvin.sigma())
                .blurredBy(difference * contactShare.sigma());
    }

    /**
     * By how much the crystal is warmer at one reading than at another, each in its field. The uncertainty is that of
     * calibration, offset, scale, magnetoresistance and contact; the noise of the readings comes on top.
     */
    public Uncertain change(double raw, double tesla, double baseRaw, double baseTesla) {
        double at = kelvinIn(tesla).applyAsDouble(raw);
        double base = kelvinIn(baseTesla).applyAsDouble(baseRaw);
        double byField = magnetoresistancePerTeslaSquared.sigma() * (tesla * tesla * at - baseTesla * baseTesla * base);
        return crystal(new Uncertain(at - base, differenceSigma(raw, baseRaw)).blurredBy(byField));
    }

    /** What a voltage as large as the unknown thermal EMF does to one temperature, a magnitude. */
    public double offsetKelvin(double raw) {
        return Math.abs(kelvin.applyAsDouble(raw + offsetSigmaVolts) - kelvin.applyAsDouble(raw));
    }

    /** Systematic uncertainty of one temperature. */
    public double absoluteSigma(double raw) {
        double base = kelvin.applyAsDouble(raw);
        double offset = kelvin.applyAsDouble(raw + offsetSigmaVolts) - base;
        double scale = kelvin.applyAsDouble(raw * (1 + scaleRelativeSigma)) - base;
        return Math.hypot(Math.hypot(offset, scale), new CurveError(curveSigmaKelvin).sigma(base));
    }

    /** The same with one error each, as large as its standard uncertainty, by the name of its source. */
    Map<String, List<Thermometry>> moved() {
        Map<String, List<Thermometry>> moved = new LinkedHashMap<>();
        moved.put(
                "calibration",
                new CurveError(curveSigmaKelvin)
                        .shapes().stream().map(this::offBy).toList());
        moved.put("thermal EMF", List.of(reading(raw -> kelvin.applyAsDouble(raw + offsetSigmaVolts))));
        moved.put("current and gain", List.of(reading(raw -> kelvin.applyAsDouble(raw * (1 + scaleRelativeSigma)))));
        moved.put("magnetoresistance", List.of(with(lagSeconds, contactShare, up(magnetoresistancePerTeslaSquared))));
        moved.put("lag", List.of(with(up(lagSeconds), contactShare, magnetoresistancePerTeslaSquared)));
        moved.put("contact", List.of(with(lagSeconds, up(contactShare), magnetoresistancePerTeslaSquared)));
        return moved;
    }

    private static Uncertain up(Uncertain number) {
        return new Uncertain(number.value() + number.sigma(), number.sigma());
    }

    private Thermometry offBy(DoubleUnaryOperator error) {
        return reading(raw -> {
            double shown = kelvin.applyAsDouble(raw);
            return shown + error.applyAsDouble(shown);
        });
    }

    private Thermometry reading(DoubleUnaryOperator other) {
        return new Thermometry(
                other,
                curveSigmaKelvin,
                offsetSigmaVolts,
                scaleRelativeSigma,
                lagSeconds,
                contactShare,
                excitationAmperes,
                magnetoresistancePerTeslaSquared);
    }

    private Thermometry with(Uncertain lag, Uncertain contact, Uncertain magnetoresistance) {
        return new Thermometry(
                kelvin,
                curveSigmaKelvin,
                offsetSigmaVolts,
                scaleRelativeSigma,
                lag,
                contact,
                excitationAmperes,
                magnetoresistance);
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
