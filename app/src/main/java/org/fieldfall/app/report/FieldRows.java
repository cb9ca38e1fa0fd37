package org.fieldfall.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.protocols.analysis.FieldRamp;
import org.fieldfall.protocols.analysis.ShotFigures;

/** What is known of the field of the main shot. */
final class FieldRows {

    private FieldRows() {}

    static List<Row> of(Told told) {
        ShotSummary s = told.summary();
        Optional<FieldRamp> ramp = told.run().ramp(told.run().main());
        List<Row> rows = new ArrayList<>(List.of(
                new Row("initial field Bi", Amount.of(s.beforeTesla(), "T"), asked(s.initialTesla())),
                new Row("final field Bf", Amount.of(s.afterTesla(), "T"), asked(s.finalTesla())),
                new Row("coil constant k", Amount.of(told.run().facts().teslaPerAmpere(), 1, "T/A"), "rig file"),
                new Row(
                        "rate",
                        Amount.of(s.rateAchieved(), s.rateAchievedSigma(), "T/s"),
                        "asked " + Amount.of(s.rateAsked(), "T/s")
                                + s.rateSource()
                                        .map(source -> "; by the " + source)
                                        .orElse("")),
                ramp.map(found -> new Row(
                                "nonlinearity of the ramp",
                                Amount.of(100 * found.nonlinearity(), "%"),
                                "largest distance from a straight line, of the change of field"))
                        .orElse(Row.missing("nonlinearity of the ramp", "no field monitor")),
                ramp.map(found -> new Row(
                                "overshoot",
                                Amount.of(1000 * found.undershootTesla(), "mT"),
                                "beyond the final plateau, noise taken off"))
                        .orElse(Row.missing("overshoot", "no field monitor")),
                start(told),
                duration(told),
                new Row(
                        "clock skew",
                        Amount.of(
                                1000 * told.mainFigure("clock_skew_s"),
                                1000 * told.mainFigure("clock_skew_sigma_s"),
                                "ms"),
                        "thermometer's clock against the monitor's"),
                new Row(
                        "largest voltage of the sweep",
                        Amount.of(told.run().main().plan().peakVolts(), "V"),
                        "computed: L dI/dt + R I"),
                Row.missing("residual field", "no probe in this rig")));
        told.run()
                .facts()
                .bias()
                .ifPresent(bias -> rows.add(
                        2,
                        new Row(
                                "bias field",
                                Amount.of(1000 * bias.tesla(), "mT"),
                                "asked of its own magnet and in all fields here; its readback is in the record")));
        return rows;
    }

    private static String asked(double tesla) {
        return "supply's readback; asked " + Amount.of(tesla, "T");
    }

    private static Row start(Told told) {
        return told.run()
                .figures(told.run().main())
                .map(ShotFigures::edges)
                .map(edges -> new Row(
                        "start of the ramp t0",
                        Amount.of(edges.startSeconds(), 1, "s"),
                        "after the first reading, on the thermometer's clock"))
                .orElse(Row.missing("start of the ramp t0", "the run ended before"));
    }

    private static Row duration(Told told) {
        return told.run()
                .figures(told.run().main())
                .map(ShotFigures::edges)
                .map(edges -> new Row(
                        "length of the ramp", Amount.of(edges.durationSeconds(), 1000, "ms"), "between its edges"))
                .orElse(Row.missing("length of the ramp", "the run ended before"));
    }
}
