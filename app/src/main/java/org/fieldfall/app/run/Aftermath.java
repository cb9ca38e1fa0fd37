package org.fieldfall.app.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.ShotOf;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.app.store.Source;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.app.store.Table;
import org.fieldfall.protocols.analysis.ShotFigures;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.fieldquench.LivePrediction;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.sequence.RunEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is made of a run once the rig is safe: figures, summary, tables, picture. */
final class Aftermath {

    private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

    private final Request request;
    private final OpenRig rig;
    private final RigFacts facts;
    private final List<FieldQuenchShot> shots;
    private final RunFolder folder;

    Aftermath(Request request, OpenRig rig, RigFacts facts, List<FieldQuenchShot> shots, RunFolder folder) {
        this.request = request;
        this.rig = rig;
        this.facts = facts;
        this.shots = shots;
        this.folder = folder;
    }

    /**
     * Writes what can be derived and answers the summary. A file that cannot be written is a remark and spares the next.
     *
     * @param unwritten gains the files that are missing for it, {@code summary.json} included
     */
    ShotSummary of(RunEnd end, Optional<TruthKeeper> truth, List<String> unwritten) {
        HeatModel model = model();
        Map<FieldQuenchShot, SweptFigures> swept = new LinkedHashMap<>();
        for (FieldQuenchShot shot : shots) {
            if (shot.shot().kind().isSwept()) {
                swept.put(
                        shot,
                        SweptFigures.of(
                                shot.shot(),
                                shot.plan(),
                                shot.notes(),
                                model,
                                rig.roles().monitor()));
            }
            attempt(() -> writeTrace(shot), unwritten);
        }
        FieldQuenchShot main = main();
        truth.ifPresent(keeper -> attempt(() -> writeTruth(keeper, main), unwritten));
        swept.forEach((shot, found) -> found.figures()
                .ifPresent(figures -> shot.notes()
                        .prediction()
                        .ifPresent(predicted -> attempt(() -> paint(shot, figures, predicted), unwritten))));
        ShotSummary summary = summary(end, main, model, swept, unwritten);
        attempt(() -> Json.write(folder.summary(), summary), unwritten);
        return summary;
    }

    /** With the link of the run's last heater pulse, where that knows it better than the rig file. */
    private HeatModel model() {
        HeatModel model = HeatModel.ofFiles(ShotOf.crystal(request.experiment().sample()), facts);
        for (FieldQuenchShot shot : shots) {
            model = MeasuredLink.of(model, number(shot), shot.shot().settings(), shot.notes());
        }
        return model;
    }

    private static void attempt(Runnable writing, List<String> unwritten) {
        try {
            writing.run();
        } catch (StoreException failure) {
            LOG.error("{}", failure.getMessage());
            unwritten.add(String.valueOf(failure.getMessage()));
        }
    }

    /** The shot that the summary's own numbers are of: the first that sweeps the field, else the first. */
    private FieldQuenchShot main() {
        return shots.stream()
                .filter(shot -> shot.shot().kind().isPredicted())
                .findFirst()
                .orElse(shots.get(0));
    }

    private int number(FieldQuenchShot shot) {
        return shots.indexOf(shot) + 1;
    }

    private void writeTrace(FieldQuenchShot shot) {
        Optional<Trace> taken = shot.notes().trace();
        if (taken.isEmpty()) {
            return;
        }
        Trace trace = taken.get();
        double start = shot.notes().acquisitionSentSeconds();
        try (Table table = Table.trace(
                folder.trace(number(shot)), rig.thermometer().capability().rawUnit())) {
            for (int i = 0; i < trace.size(); i++) {
                double raw = trace.raw()[i];
                table.row(
                        start + i * trace.intervalSeconds(),
                        raw,
                        facts.thermometry().kelvin().applyAsDouble(raw));
            }
        }
    }

    private void writeTruth(TruthKeeper truth, FieldQuenchShot main) {
        var drawn = rig.trueWorld().orElseThrow().drawn();
        if (main.shot().kind().isPredicted() && main.notes().fieldAfter().isPresent()) {
            truth.writeShot(
                    folder,
                    request.seed(),
                    drawn,
                    main.notes().sweepSentSeconds(),
                    main.shot().settings().baselineSeconds(),
                    SweptFigures.ASKED_SECONDS);
        } else {
            truth.writeDrawn(folder, request.seed(), drawn);
        }
    }

    private void paint(FieldQuenchShot shot, ShotFigures figures, LivePrediction prediction) {
        Source source = Source.valueOf(rig.source().name());
        new ShotCurves(
                        shot.notes(),
                        prediction,
                        shot.shot().settings(),
                        facts.thermometry().kelvin(),
                        figures)
                .picture(request.experiment().sample().name(), source, shot.plan())
                .write(folder.picture(number(shot)));
    }

    private ShotSummary summary(
            RunEnd end,
            FieldQuenchShot main,
            HeatModel model,
            Map<FieldQuenchShot, SweptFigures> swept,
            List<String> unwritten) {
        SweptFigures found = swept.getOrDefault(main, SweptFigures.NONE);
        Optional<ShotFigures> figures = found.figures();
        List<ShotSummary.Point> points = points(main, figures);
        Optional<Uncertain> rate = found.rate(facts);
        List<ShotLine> lines =
                new ShotLines(facts, ShotOf.crystal(request.experiment().sample()), swept).of(shots);
        double none = Double.NaN;
        Optional<ShotSummary.Point> peak = figures.map(f -> point(main, f.peak()));
        return new ShotSummary(
                rig.source().name().toLowerCase(Locale.ROOT),
                end.status().name().toLowerCase(Locale.ROOT),
                verdict(main, points, peak, lines, found.remarks()),
                why(end),
                folder.path().toString(),
                rig.resources(),
                end.isSafe(),
                figures.map(f -> f.initialKelvin().value()).orElse(none),
                figures.map(f -> f.initialKelvin().sigma()).orElse(none),
                main.shot().settings().initialTesla(),
                main.shot().settings().finalTesla(),
                main.notes().fieldBefore().map(FieldReading::tesla).orElse(none),
                main.notes().fieldAfter().map(FieldReading::tesla).orElse(none),
                main.shot().settings().rateTeslaPerSecond(),
                rate.map(Uncertain::value).orElse(none),
                rate.map(Uncertain::sigma).orElse(none),
                rate.map(known -> found.rateSource()),
                main.notes().relaxationTimesWaited(),
                figures.map(ShotFigures::driftKelvinPerSecond).orElse(none),
                main.plan().suddenKelvin(),
                main.plan().suddenWithAddendaKelvin(),
                main.plan().completedKelvin(),
                main.plan().isentropicKelvin(),
                main.plan().shareInRamp(),
                points,
                peak,
                main.shot().kind().isPredicted()
                        ? ResultsOf.of(model, main.shot().settings(), main.notes(), found)
                        : Optional.empty(),
                lines,
                main.plan().warnings(),
                remarks(swept, unwritten));
    }

    /** Each remark with its shot; what several shots have in common is said once, with all of them. */
    private List<String> remarks(Map<FieldQuenchShot, SweptFigures> swept, List<String> unwritten) {
        Map<String, List<String>> shotsByRemark = new LinkedHashMap<>();
        swept.forEach((shot, found) -> found.remarks()
                .forEach(remark -> shotsByRemark
                        .computeIfAbsent(remark, key -> new ArrayList<>())
                        .add(number(shot) + " (" + shot.shot().kind().word() + ")")));
        List<String> remarks = new ArrayList<>();
        shotsByRemark.forEach((remark, numbers) ->
                remarks.add(shots.size() == 1 ? remark : "shot " + String.join(", ", numbers) + ": " + remark));
        remarks.addAll(unwritten);
        return remarks;
    }

    private static String verdict(
            FieldQuenchShot main,
            List<ShotSummary.Point> points,
            Optional<ShotSummary.Point> peak,
            List<ShotLine> lines,
            List<String> remarks) {
        if (!main.shot().kind().isPredicted()) {
            return lines.get(0).kind() + ": " + lines.get(0).verdict() + ".";
        }
        return peak.filter(deepest -> !points.isEmpty())
                .map(deepest -> Verdict.of(points, deepest, main.plan()))
                .orElse("No verdict: " + String.join("; ", remarks) + ".");
    }

    /** What ended the run, in words. */
    static String why(RunEnd end) {
        String cause = end.cause().map(e -> String.valueOf(e.getMessage())).orElse("every phase passed its tests");
        return end.isSafe() ? cause : cause + "; THE SAFE STATE WAS NOT SEEN, look at the rig";
    }

    private static List<ShotSummary.Point> points(FieldQuenchShot shot, Optional<ShotFigures> figures) {
        return figures.map(f ->
                        f.points().stream().map(point -> point(shot, point)).toList())
                .orElse(List.of());
    }

    private static ShotSummary.Point point(FieldQuenchShot shot, ShotFigures.Point measured) {
        Optional<Uncertain> predicted =
                shot.notes().prediction().flatMap((LivePrediction p) -> p.deltaAt(measured.afterRampSeconds()));
        return new ShotSummary.Point(
                measured.afterRampSeconds(),
                predicted.map(Uncertain::value).orElse(Double.NaN),
                predicted.map(Uncertain::sigma).orElse(Double.NaN),
                measured.deltaKelvin().value(),
                measured.deltaKelvin().sigma());
    }
}
