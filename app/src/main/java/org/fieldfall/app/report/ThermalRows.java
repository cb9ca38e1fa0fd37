package org.fieldfall.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.ThermalLaw;
import org.fieldfall.app.run.ShotLine;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.protocols.analysis.ShotFigures;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.ShotNotes;

/** What is known of temperatures, heat paths and the thermometer. */
final class ThermalRows {

    private static final int HASH_DIGITS = 16;

    private ThermalRows() {}

    static List<Row> of(Told told) {
        ShotSummary s = told.summary();
        RigConfig rig = told.run().experiment().rig();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                "initial temperature Ti",
                Amount.of(s.initialKelvin(), s.initialSigmaKelvin(), "K"),
                "baseline carried on to the start of the ramp; asked "
                        + Amount.of(told.run().main().shot().settings().initialKelvin(), "K")));
        rows.add(bath(told));
        rows.add(new Row("drift before", Amount.of(6e4 * s.driftKelvinPerSecond(), "mK/min"), "slope of the baseline"));
        ThermalLaw link = rig.platform().link();
        rows.add(new Row("link K", Amount.of(link.told(), 1e6, "µW/K"), "rig file, " + link.words()));
        pulses(told, rows);
        rows.add(new Row(
                "time constant of the link",
                Amount.of(told.run().main().plan().linkSeconds(), "s"),
                "computed from the files, wells blocked"));
        rows.add(new Row("sample to platform", Amount.of(1000 * rig.platform().internalSeconds(), "ms"), "rig file"));
        rows.add(new Row(
                "excitation",
                Amount.of(rig.roles().sampleThermometer().excitationAmperes(), 1e6, "µA"),
                rig.roles().excitation().isPresent() ? "level of the current source, rig file" : "fixed, rig file"));
        rows.add(reversal(told));
        calibration(told, rows);
        rows.add(lag(told));
        rows.add(known(
                "magnetoresistance of the sensor",
                rig.roles().sampleThermometer().magnetoresistancePerTeslaSquared(),
                100,
                "%/T²",
                "rig file; taken out of the readings"));
        rows.add(known(
                "eddy heating",
                rig.platform().eddyWattPerRateSquared(),
                1e9,
                "nW/(T/s)²",
                "rig file; in the prediction, and in the measured Q as if it were the spins'"));
        return rows;
    }

    private static Row known(String what, Uncertain value, double perUnit, String unit, String note) {
        return value.value() == 0 && value.sigma() == 0
                ? Row.missing(what, "not in the rig file; no correction is made")
                : new Row(what, Amount.of(value, perUnit, unit), note);
    }

    private static Row bath(Told told) {
        return Optional.ofNullable(told.log().polled().get("bath-temperature"))
                .map(seen -> new Row(
                        "bath Tb",
                        Amount.of(seen.low(), seen.unit()) + " to " + Amount.of(seen.high(), seen.unit()),
                        seen.count() + " readings over the whole run"))
                .orElseGet(() -> told.run()
                        .experiment()
                        .rig()
                        .bath()
                        .map(fixed -> new Row("bath Tb", Amount.of(fixed.kelvin(), 1, "K"), "fixed, rig file"))
                        .orElse(Row.missing("bath Tb", "no reading of it in the record")));
    }

    private static void pulses(Told told, List<Row> rows) {
        for (ShotLine line : told.summary().shots()) {
            if (line.figures().containsKey("link_w_per_k")) {
                String from = "heater pulse, shot " + line.number();
                rows.add(new Row("link K, measured", micro(line, "link", "w_per_k", "µW/K"), from));
                rows.add(new Row(
                        "heat capacity, measured",
                        micro(line, "heat_capacity", "j_per_k", "µJ/K"),
                        from + "; expected " + micro(line, "expected_heat_capacity", "j_per_k", "µJ/K")));
            }
        }
    }

    /** A figure of a shot in millionths of its unit, with its uncertainty where it has one. */
    private static String micro(ShotLine line, String name, String ending, String unit) {
        double value = 1e6 * line.figures().getOrDefault(name + "_" + ending, Double.NaN);
        double sigma = 1e6 * line.figures().getOrDefault(name + "_sigma_" + ending, Double.NaN);
        return Double.isNaN(sigma) ? Amount.of(value, unit) : Amount.of(value, sigma, unit);
    }

    private static Row reversal(Told told) {
        return told.run().shots().stream()
                .flatMap(shot -> shot.notes().zeroCheck().stream())
                .findFirst()
                .map((ShotNotes.ZeroCheckNotes taken) -> new Row(
                        "thermal EMF",
                        Amount.of(1e6 * taken.emfVolts(), 1e6 * taken.emfSigmaVolts(), "µV"),
                        "by reversing the excitation"))
                .orElse(Row.missing(
                        "thermal EMF",
                        "the excitation was not reversed; taken as 0 ± "
                                + Amount.of(
                                        1e6 * told.run().facts().thermometry().offsetSigmaVolts(), "µV")));
    }

    private static void calibration(Told told, List<Row> rows) {
        for (Manifest.Document curve : told.manifest().documents().calibrations()) {
            rows.add(new Row(
                    "calibration",
                    curve.name(),
                    "SHA-256 " + curve.sha256().substring(0, HASH_DIGITS) + "…; uncertainty over a shot "
                            + Amount.of(1000 * told.run().facts().thermometry().curveSigmaKelvin(), "mK")));
        }
    }

    private static Row lag(Told told) {
        return told.run()
                .figures(told.run().main())
                .map(ShotFigures::edges)
                .map(edges -> new Row(
                        "lag of the thermometer",
                        Amount.of(edges.lagSeconds(), 1000, "ms"),
                        "taken out of the temperatures"))
                .orElse(Row.missing("lag of the thermometer", "the run ended before"));
    }
}
