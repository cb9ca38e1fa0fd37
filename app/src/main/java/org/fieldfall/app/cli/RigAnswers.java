package org.fieldfall.app.cli;

import java.io.PrintWriter;
import java.util.List;

/** What {@code predict} answers about a rig. */
record RigAnswers(SampleOnRig asked, List<Double> bySeconds, PrintWriter out, boolean isJson) {

    ExitCode reached(List<Forecast> closed) {
        var all = closed.parallelStream()
                .map(forecast -> Reach.of(asked, forecast, bySeconds))
                .toList();
        if (isJson) {
            Json.oneOr("points", all.stream().map(Reach::json).toList()).print(out);
        } else {
            new ReachTable(out).print(asked, all);
        }
        return ExitCode.SUCCESS;
    }

    ExitCode best(List<Double> fromTesla, BestStart.Within within) {
        var all = fromTesla.stream()
                .flatMap(bi -> bySeconds.stream().map(by -> BestStart.of(asked, bi, by, within)))
                .toList();
        if (isJson) {
            Json.oneOr("optima", all.stream().map(BestStart::json).toList()).print(out);
        } else {
            new BestStartTable(out).print(asked, all);
        }
        return ExitCode.SUCCESS;
    }
}
