package org.fieldfall.app.live.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.run.Premises;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.FollowedCourse;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.fieldfall.protocols.fieldquench.ShotSettings;
import org.fieldfall.protocols.run.LineChanged;
import org.fieldfall.protocols.run.LineTimed;
import org.fieldfall.protocols.run.RunEnded;

/** The snapshot of a run: everything but series and curves, as JSON; the keys are in {@code app/docs/page.md}. */
final class Pictured {

    /** Where a plan's sentence looks, as far as is recorded. */
    private static final double ASKED_SECONDS = 10;

    private static final double[] POINTS_SECONDS = {1, 10, 60};

    private final Path folder;
    private final Premises premises;

    /** How it stands with a run. */
    record State(
            long version,
            double now,
            double plannedZero,
            PerformedShot shot,
            Happenings happenings,
            GuardBoard guards,
            Readings readings,
            Optional<SweptShot> swept,
            Optional<Theory.Answer> answer,
            Limits limits,
            boolean isLoading,
            Optional<LiveView.Earned> earned) {

        /** A run that was killed records no end. */
        boolean isOver() {
            return happenings.end().isPresent() || (earned.isPresent() && !isLoading);
        }

        String status() {
            return earned.map(LiveView.Earned::status)
                    .filter(status -> !isLoading)
                    .filter(status -> happenings.end().isEmpty() || !status.equals(LiveView.Earned.UNKNOWN))
                    .orElseGet(happenings::status);
        }
    }

    Pictured(Path folder, Premises premises) {
        this.folder = folder;
        this.premises = premises;
    }

    String text(State state) {
        return new Body()
                .put("schema", "fieldfall/view/1")
                .put("version", state.version)
                .put("run", run())
                .put("source", premises.manifest().run().source().name().toLowerCase(Locale.ROOT))
                .put("status", state.status())
                .put("is_loading", state.isLoading)
                .put("phase", state.happenings.phase())
                .put("shot", shot(state.shot))
                .put("axis", axis(state))
                .put("start", start(state))
                .put("now", now(state))
                .put("points", points(state))
                .put("words", words(state))
                .put("limits", state.limits.json())
                .put("levels", levels(state))
                .put("theory", theory(state))
                .put("phases", state.happenings.phases())
                .put("guards", state.guards.json())
                .put("lines", lines(state))
                .put("said", state.happenings.words())
                .put("safe_steps", state.happenings.safeSteps())
                .put("record", state.happenings.record())
                .put("readings_lost", state.readings.lost())
                .put("end", end(state))
                .text();
    }

    private Body run() {
        Manifest manifest = premises.manifest();
        return new Body()
                .put("id", manifest.run().id().toString())
                .put("number", manifest.run().number())
                .put("folder", String.valueOf(folder.getFileName()))
                .put("started_utc", manifest.run().started())
                .put("rig_time_zero_utc", manifest.run().rigTimeZero())
                .put("who", manifest.run().who())
                .put("why", manifest.run().why())
                .put("sample", premises.experiment().sample().name())
                .put("rig", premises.experiment().rig().name())
                .put("protocol", premises.experiment().protocol().name());
    }

    private Body shot(PerformedShot shot) {
        ShotSettings settings = shot.shot().settings();
        return new Body()
                .put("number", shot.number())
                .put("of", premises.shots().size())
                .put("kind", shot.shot().kind().word())
                .put("is_predicted", shot.shot().kind().isPredicted())
                .put("initial_temperature_k", settings.initialKelvin())
                .put("initial_field_t", settings.initialTesla())
                .put("final_field_t", settings.finalTesla())
                .put("rate_t_per_s", settings.rateTeslaPerSecond())
                .put("relax_s", settings.relaxSeconds())
                .put("warnings", shot.plan().warnings());
    }

    private static Body axis(State state) {
        return new Body()
                .put("now_rig_s", state.now)
                .put("zero_rig_s", state.swept.map(SweptShot::zeroSeconds))
                .put("ramp_end_rig_s", state.swept.map(SweptShot::rampEndSeconds))
                .put("is_ramp_seen", state.swept.map(SweptShot::isWhole).orElse(false))
                .put("expected_zero_rig_s", state.swept.isPresent() ? Double.NaN : state.plannedZero);
    }

    private static Body start(State state) {
        return new Body()
                .put("temperature_k", state.swept.map(shot -> shot.start().kelvin()))
                .put("temperature_sigma_k", state.swept.map(shot -> shot.start().sigmaKelvin()))
                .put("rest_temperature_k", state.swept.map(shot -> shot.start().restKelvin()))
                .put("field_before_t", state.swept.map(shot -> shot.field().tesla(-1)))
                .put(
                        "field_after_t",
                        state.swept
                                .filter(SweptShot::isWhole)
                                .map(shot -> shot.field().tesla(shot.field().rampSeconds() + 1)))
                .put("rate_t_per_s", state.swept.filter(SweptShot::isWhole).map(Pictured::rate));
    }

    private static double rate(SweptShot shot) {
        double length = shot.field().rampSeconds();
        return Math.abs(shot.field().tesla(length + 1) - shot.field().tesla(-1)) / length;
    }

    private static Body now(State state) {
        Optional<CrystalBins.Moment> last = state.swept.flatMap(SweptShot::last);
        Optional<Uncertain> predicted = last.flatMap(moment -> predicted(state, moment.rigSeconds()));
        return new Body()
                .put("temperature_k", last(state, Readings.TEMPERATURE))
                .put("field_t", last(state, Readings.FIELD))
                .put("bath_k", last(state, Readings.BATH))
                .put("after_ramp_s", last.map(moment -> afterRamp(state, moment)))
                .put("delta_t_k", last.map(moment -> moment.delta().value()))
                .put("delta_t_sigma_k", last.map(moment -> moment.delta().sigma()))
                .put("predicted_delta_t_k", predicted.map(Uncertain::value))
                .put("predicted_sigma_k", predicted.map(Uncertain::sigma))
                .put(
                        "residual_sigma",
                        last.flatMap(moment -> state.answer
                                .filter(Theory.Answer::isSettled)
                                .flatMap(answer -> LiveView.residual(answer, moment))))
                .put("heat_j", last.map(moment -> moment.joule().value()))
                .put("heat_sigma_j", last.map(moment -> moment.joule().sigma()))
                .put(
                        "predicted_heat_j",
                        last.flatMap(moment -> state.answer
                                .flatMap(Theory.Answer::course)
                                .flatMap(course -> course.jouleAt(moment.rigSeconds()
                                        - state.answer.get().question().zeroSeconds()))
                                .map(Uncertain::value)));
    }

    /** At the times that a summary gives, as far as they are reached. */
    private static List<Map<String, Object>> points(State state) {
        List<Map<String, Object>> all = new ArrayList<>();
        state.swept.ifPresent(shot -> {
            for (double asked : POINTS_SECONDS) {
                shot.deltaAt(asked).ifPresent(measured -> {
                    Optional<Uncertain> theory = predicted(state, shot.rampEndSeconds() + asked);
                    all.add(new Body()
                            .put("after_ramp_s", asked)
                            .put("measured_delta_t_k", measured.value())
                            .put("measured_sigma_k", measured.sigma())
                            .put("predicted_delta_t_k", theory.map(Uncertain::value))
                            .put("predicted_sigma_k", theory.map(Uncertain::sigma))
                            .values());
                });
            }
        });
        return all;
    }

    private static double afterRamp(State state, CrystalBins.Moment moment) {
        return moment.rigSeconds() - state.swept.map(SweptShot::rampEndSeconds).orElse(Double.NaN);
    }

    private static double last(State state, String series) {
        return state.readings.find(series).map(LiveSeries::lastValue).orElse(Double.NaN);
    }

    private static Optional<Uncertain> predicted(State state, double rigSeconds) {
        return state.answer
                .filter(Theory.Answer::isSettled)
                .flatMap(answer -> answer.course()
                        .flatMap(course ->
                                course.deltaAt(rigSeconds - answer.question().zeroSeconds())));
    }

    private static String words(State state) {
        String why = state.answer.map(Theory.Answer::why).orElse("it is being worked out");
        if (!state.shot.shot().kind().isPredicted()) {
            return "This shot is a " + state.shot.shot().kind().word()
                    + ": the crystal is not expected to do anything of its own.";
        }
        if (state.swept.isEmpty()) {
            return state.isOver() ? InWords.neverSwept() : plan(state, why);
        }
        Optional<CrystalBins.Moment> last = state.swept.get().last();
        if (last.isEmpty()) {
            SweptShot shot = state.swept.get();
            return InWords.during(
                    last(state, Readings.FIELD),
                    shot.field().tesla(-1),
                    shot.field().tesla(shot.field().rampSeconds() + 1));
        }
        return InWords.after(
                afterRamp(state, last.get()),
                last.get().delta(),
                predicted(state, last.get().rigSeconds()),
                why);
    }

    private static String plan(State state, String why) {
        ShotSettings settings = state.shot.shot().settings();
        double at = Math.min(ASKED_SECONDS, settings.relaxSeconds());
        Optional<Uncertain> delta = state.answer
                .filter(answer -> answer.question().isPlan())
                .flatMap(answer -> answer.course()
                        .flatMap(course ->
                                course.deltaAt(answer.question().field().rampSeconds() + at)));
        return InWords.before(settings.initialKelvin(), at, delta, why);
    }

    private Map<String, Object> levels(State state) {
        double kelvin = state.swept
                .flatMap(SweptShot::last)
                .map(CrystalBins.Moment::kelvin)
                .orElse(last(state, Readings.TEMPERATURE));
        double tesla = last(state, Readings.FIELD);
        Optional<Double> upper = state.swept.flatMap(shot -> state.answer
                .filter(answer -> !answer.question().isPlan())
                .flatMap(Theory.Answer::course)
                .flatMap((FollowedCourse course) -> course.upperAt(state.now - shot.zeroSeconds())));
        return LevelDiagram.json(premises.crystal(), tesla, kelvin, upper);
    }

    private static Body theory(State state) {
        return new Body()
                .put(
                        "is_plan",
                        state.answer.map(answer -> answer.question().isPlan()).orElse(true))
                .put(
                        "field",
                        state.answer
                                .map(answer ->
                                        answer.question().field().seen().name().toLowerCase(Locale.ROOT))
                                .orElse("nothing"))
                .put("why_none", state.answer.map(Theory.Answer::why).orElse(""))
                .put("took_ms", state.answer.map(Theory.Answer::millis));
    }

    private List<Map<String, Object>> lines(State state) {
        Map<String, LineChanged> changed = state.happenings.lines();
        List<Map<String, Object>> all = new ArrayList<>();
        premises.manifest().lines().forEach((role, resource) -> {
            Optional<LineChanged> last = changed.values().stream()
                    .filter(line -> line.line().contains(resource))
                    .reduce((earlier, later) -> later);
            all.add(line(role, resource, last, state.happenings.timed(resource)));
        });
        changed.values().stream()
                .filter(line -> premises.manifest().lines().values().stream()
                        .noneMatch(resource -> line.line().contains(resource)))
                .forEach(line -> all.add(line(line.line(), "", Optional.of(line), Optional.empty())));
        return all;
    }

    private static Map<String, Object> line(
            String role, String resource, Optional<LineChanged> last, Optional<LineTimed> timed) {
        Optional<LineChanged> bad = last.filter(line -> !Happenings.isUsable(line.state()));
        return new Body()
                .put("role", role)
                .put("resource", resource)
                .put(
                        "state",
                        bad.map(line -> line.state().name().toLowerCase(Locale.ROOT))
                                .orElse("ok"))
                .put("why", bad.map(LineChanged::why).orElse(""))
                .put("since_rig_s", last.map(LineChanged::rigSeconds))
                .put("latency_s", timed.map(LineTimed::medianSeconds))
                .put("longest_s", timed.map(LineTimed::longestSeconds))
                .put("exchanges", timed.map(LineTimed::exchanges))
                .put("time_outs", timed.map(LineTimed::timeOuts))
                .put("garbled_replies", timed.map(LineTimed::garbledReplies))
                .put("reconnects", timed.map(LineTimed::reconnects))
                .values();
    }

    private static Body end(State state) {
        return new Body()
                .put("is_over", state.isOver())
                .put("status", state.isOver() ? state.status() : "")
                .put(
                        "is_safe",
                        state.happenings.end().<Object>map(RunEnded::isSafe).orElse(Double.NaN))
                .put(
                        "why",
                        state.happenings
                                .end()
                                .map(end -> end.why())
                                .or(() -> state.earned.map(LiveView.Earned::why))
                                .orElse(""))
                .put("verdict", state.earned.map(LiveView.Earned::verdict).orElse(""));
    }
}
