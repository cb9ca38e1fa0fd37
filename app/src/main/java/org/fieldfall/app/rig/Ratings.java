package org.fieldfall.app.rig;

import static org.fieldfall.protocols.instrument.Figure.text;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.model.FieldSupplyOffer;
import org.fieldfall.app.model.Finding;
import org.fieldfall.app.model.MeterOffer;
import org.fieldfall.protocols.instrument.CalibrationCurve;

/** What the limits of a rig file ask of its instruments, against what the file lets them do. Asks nobody. */
final class Ratings {

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
        FieldSupplyOffer supply = rig.settings(rig.roles().fieldSupply().instrument(), FieldSupplyOffer.class);
        double amperesPerSecond =
                rig.limits().rateTeslaPerSecond() / rig.coil().teslaPerAmpere().value();
        double volts = rig.coil().henry() * amperesPerSecond + rig.coil().ohm() * limitAmperes();
        return List.of(
                Finding.of(
                        "current",
                        text("max-current %g A", supply.maxAmperes()),
                        text("at least %g A for limits.field", limitAmperes()),
                        supply.maxAmperes() >= limitAmperes()),
                Finding.of(
                        "voltage",
                        text("compliance %g V", supply.complianceVolts()),
                        text("at least %g V for limits.rate at limits.field", volts),
                        supply.complianceVolts() >= volts));
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
        findings.addAll(meter(rig.roles().sampleThermometer().instrument()).rate(volts, "over limits.temperature"));
        return findings;
    }

    private List<Finding> monitor(RigConfig.FieldMonitor role) {
        return meter(role.instrument()).rate(limitAmperes() * role.shuntOhm().value(), "at limits.field");
    }

    private MeterOffer meter(String instrument) {
        return rig.settings(instrument, MeterOffer.class);
    }

    private static List<Finding> heater(RigConfig.SampleHeaterRole role) {
        double watts = role.ohm().value() * role.maxAmperes() * role.maxAmperes();
        return List.of(Finding.of("power", text("at most %g W", watts), "", true));
    }
}
