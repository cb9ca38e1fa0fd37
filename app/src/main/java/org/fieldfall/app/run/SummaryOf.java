package org.fieldfall.app.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.store.Damage;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.LogSummary;
import org.fieldfall.protocols.analysis.ShotFigures;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.FollowedCourse;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.fieldfall.protocols.fieldquench.SpinState;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.run.RunEnded;

/** What a recorded run came to. */
record SummaryOf(RecordedRun run) {

    /** @param unwritten files that are missing for it */
    ShotSummary summary(List<String> unwritten) {
        PerformedShot main = run.main();
        SweptFigures found = run.swept(main);
        Optional<ShotFigures> figures = found.figures();
        List<ShotSummary.Point> points = points(main, figures);
        Optional<Uncertain> rate = found.rate(run.facts());
        List<ShotLine> lines = new ShotLines(run.facts(), run.crystal(), run.swept()).of(run.shots());
        double none = Double.NaN;
        Optional<ShotSummary.Point> peak = figures.map(f -> point(main, f.peak()));
        return new ShotSummary(
                run.manifest().run().source().name().toLowerCase(Locale.ROOT),
                status(),
                verdict(main, points, peak, lines, found.remarks()),
                why(),
                run.folder().path().toString(),
                run.manifest().lines(),
                run.end().map(RunEnded::isSafe).orElse(false),
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
                spins(main),
                figures.map(ShotFigures::driftKelvinPerSecond).orElse(none),
                main.plan().suddenKelvin(),
                main.plan().suddenWithAddendaKelvin(),
                main.plan().completedKelvin(),
                main.plan().isentropicKelvin(),
                main.plan().shareInRamp(),
                points,
                peak,
                main.shot().kind().isPredicted()
                        ? ResultsOf.of(run.heatModel(), main.shot().settings(), main.notes(), found)
                        : Optional.empty(),
                lines,
                run.phases(),
                run.lines(),
                main.plan().warnings(),
                remarks(unwritten));
    }

    /** Where the main shot's spins stood before the sweep. */
    private Optional<SpinLine> spins(PerformedShot main) {
        return main.notes()
                .wells()
                .map(wells -> SpinState.of(
                        wells,
                        run.crystal(),
                        run.facts().platform(),
                        main.shot().settings()))
                .map(SpinLine::of);
    }

    /** As the manifest has it, who may have been told more than the log; else as the log itself. */
    private String status() {
        EndStatus earned = run.manifest().ending().status();
        return earned == EndStatus.UNKNOWN
                ? run.end().map(RunEnded::status).orElse("unknown")
                : earned.name().toLowerCase(Locale.ROOT);
    }

    private String why() {
        return run.end().map(RunEnded::why).orElse(run.manifest().ending().why());
    }

    /** Each remark with its shot; what several shots have in common is said once, with all of them. */
    private List<String> remarks(List<String> unwritten) {
        Map<String, List<String>> shotsByRemark = new LinkedHashMap<>();
        run.swept()
                .forEach((shot, found) -> found.remarks()
                        .forEach(remark -> shotsByRemark
                                .computeIfAbsent(remark, key -> new ArrayList<>())
                                .add(shot.number() + " (" + shot.shot().kind().word() + ")")));
        List<String> remarks = new ArrayList<>(run.staged());
        shotsByRemark.forEach((remark, numbers) ->
                remarks.add(run.shots().size() == 1 ? remark : "shot " + String.join(", ", numbers) + ": " + remark));
        remarks.addAll(ofTheLog(run.log()));
        remarks.addAll(unwritten);
        return remarks;
    }

    /** What is not as it was written. */
    private static List<String> ofTheLog(LogSummary log) {
        List<String> remarks = new ArrayList<>();
        log.damages().stream().map(Damage::toString).forEach(damage -> remarks.add("damaged: " + damage));
        if (log.lostEvents() > 0) {
            remarks.add("run.log: " + log.lostEvents() + " events could not be written");
        }
        if (!log.isClosed()) {
            remarks.add("run.log: was not closed in order; what came after its last frame is not known");
        }
        return remarks;
    }

    private static String verdict(
            PerformedShot main,
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

    private static List<ShotSummary.Point> points(PerformedShot shot, Optional<ShotFigures> figures) {
        return figures.map(f ->
                        f.points().stream().map(point -> point(shot, point)).toList())
                .orElse(List.of());
    }

    private static ShotSummary.Point point(PerformedShot shot, ShotFigures.Point measured) {
        Optional<Uncertain> predicted =
                shot.notes().prediction().flatMap((FollowedCourse p) -> p.deltaAfterRamp(measured.afterRampSeconds()));
        return new ShotSummary.Point(
                measured.afterRampSeconds(),
                predicted.map(Uncertain::value).orElse(Double.NaN),
                predicted.map(Uncertain::sigma).orElse(Double.NaN),
                measured.deltaKelvin().value(),
                measured.deltaKelvin().sigma());
    }
}
