package org.fieldfall.app.rig;

import static org.fieldfall.protocols.instrument.Figure.text;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.protocols.instrument.CalibrationCurve;

/** What the limits of a rig file ask of its instruments, against what the file lets them do. Asks nobody. */
final class Ratings {

    /** A Truevolt measures 20 % beyond its range (34465A data sheet, DC voltage). */
    private static final double METER_OVERRANGE = 1.2;

    private final RigConfig rig;
    private final CalibrationCurve curve;

    Ratings(RigConfig rig, CalibrationCurve curve) {
        this.rig = rig;
        this.curve = curve;
    }

    List<Finding> of(String role) {
        return switch (role) {
            case "field-supply" -> supply();
            case "sample-thermometer" -> thermometer();
            case "field-monitor" ->
                rig.roles().fieldMonitor().map(this::monitor).orElse(List.of());
            case "sample-heater" ->
                rig.roles().sampleHeater().map(Ratings::heater).orElse(List.of());
            default -> List.of();
        };
    }

    private double limitAmperes() {
        return rig.limits().fieldTesla() / rig.coil().teslaPerAmpere().value();
    }

    private List<Finding> supply() {
        double amperesPerSecond =
                rig.limits().rateTeslaPerSecond() / rig.coil().teslaPerAmpere().value();
        double volts = rig.coil().henry() * amperesPerSecond + rig.coil().ohm() * limitAmperes();
        return List.of(
                Finding.of(
                        "current",
                        text("max-current %g A", rig.fieldSupply().maxAmperes()),
                        text("at least %g A for limits.field", limitAmperes()),
                        rig.fieldSupply().maxAmperes() >= limitAmperes()),
                Finding.of(
                        "voltage",
                        text("compliance %g V", rig.fieldSupply().complianceVolts()),
                        text("at least %g V for limits.rate at limits.field", volts),
                        rig.fieldSupply().complianceVolts() >= volts));
    }

    private List<Finding> thermometer() {
        var limits = rig.limits().kelvin();
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(
                "curve",
                text("%g K to %g K", curve.coldestKelvin(), curve.warmestKelvin()),
                text("limits.temperature, %g K to %g K, within it", limits.from(), limits.to()),
                curve.coldestKelvin() <= limits.from() && curve.warmestKelvin() >= limits.to()));
        double coldest = Math.max(limits.from(), curve.coldestKelvin());
        double warmest = Math.min(limits.to(), curve.warmestKelvin());
        double ohm = Math.max(curve.ohm(coldest), curve.ohm(warmest));
        double volts = ohm * rig.roles().sampleThermometer().excitationAmperes().value();
        findings.add(range(rig.sampleThermometer(), volts, "over limits.temperature"));
        return findings;
    }

    private List<Finding> monitor(RigConfig.FieldMonitor role) {
        var meter = rig.instrument(role.instrument(), RigConfig.Keysight34465A.class);
        return List.of(range(meter, limitAmperes() * role.shuntOhm().value(), "at limits.field"));
    }

    private static Finding range(RigConfig.Keysight34465A meter, double volts, String where) {
        return Finding.of(
                "range",
                text("%g V", meter.rangeVolts()),
                text("%g V %s, at most 1.2 times the range", volts, where),
                volts <= METER_OVERRANGE * meter.rangeVolts());
    }

    private static List<Finding> heater(RigConfig.SampleHeaterRole role) {
        double watts = role.ohm().value() * role.maxAmperes() * role.maxAmperes();
        return List.of(Finding.of("power", text("at most %g W", watts), "", true));
    }
}
