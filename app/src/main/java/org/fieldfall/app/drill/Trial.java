package org.fieldfall.app.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToIntFunction;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.drill.DrillResult.Outcome;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.run.Execution;
import org.fieldfall.app.run.Request;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.LogReader;
import org.fieldfall.app.store.LogSummary;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.sequence.GuardTrippedException;
import org.fieldfall.protocols.sequence.RunControl;

/** One case: a whole dry run with a fault, looked at when it is over. Used once. */
final class Trial {

    /** Longest wall time of a case that ends; whatever takes longer is in limbo. */
    private static final long LONGEST_SECONDS = 240;

    private static final long LAST_WORDS_SECONDS = 30;
    private static final double NO_FIELD_TESLA = 0.002;

    private final DrillCase drilled;
    private final Impairment impairment;
    private final Experiment experiment;
    private final long seed;
    private final Path runs;
    private final ToIntFunction<Execution.Result> exitCode;
    private final double limitSeconds;
    private final RunControl stop = new RunControl();
    private final Watcher watcher;
    private final List<String> complaints = new ArrayList<>();

    Trial(DrillCase drilled, Experiment experiment, long seed, Path runs, ToIntFunction<Execution.Result> exitCode) {
        this.drilled = drilled;
        this.impairment = new Impairment(drilled.fault(), drilled.phase());
        this.experiment = experiment;
        this.seed = seed;
        this.runs = runs;
        this.exitCode = exitCode;
        this.limitSeconds = new SafeTime(experiment.rig()).limitSeconds(drilled.fault());
        this.watcher = new Watcher(drilled.phase().equals("stopping"), stop);
    }

    /** Performs it and tells what came of it. Never throws what the run threw: it is in the answer. */
    DrillResult perform() throws InterruptedException {
        Request request =
                new Request(experiment, seed, Speed.AUTO, runs, "drill", drilled.toString(), List.of(drilled.fault()));
        Execution execution = new Execution(request, stop, watcher, InstantSource.system());
        CompletableFuture<Execution.Result> run = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(run, execution), "drill-" + drilled.fault());
        thread.setDaemon(true);
        thread.start();
        try {
            return judged(run.get(LONGEST_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException limbo) {
            return inLimbo(run, thread);
        } catch (ExecutionException broken) {
            return refused(broken.getCause() == null ? broken : broken.getCause());
        }
    }

    private static void complete(CompletableFuture<Execution.Result> run, Execution execution) {
        try {
            run.complete(execution.run());
        } catch (RuntimeException | Error broken) {
            run.completeExceptionally(broken);
        }
    }

    private DrillResult inLimbo(CompletableFuture<Execution.Result> run, Thread thread) throws InterruptedException {
        stop.emergency("the drill");
        complaints.add("the run did not end within " + LONGEST_SECONDS + " s");
        try {
            run.get(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
            complaints.add("it ended after EMERGENCY");
        } catch (TimeoutException | ExecutionException still) {
            complaints.add("nor after EMERGENCY");
            thread.interrupt();
        }
        return result(Outcome.LIMBO, 1, "in limbo", OptionalDouble.empty());
    }

    private DrillResult refused(Throwable why) {
        String message = String.valueOf(why.getMessage());
        complaints.add("no run came of it: " + message);
        return result(Outcome.REFUSED, 1, message, OptionalDouble.empty());
    }

    private DrillResult judged(Execution.Result done) {
        Path folder = Path.of(done.summary().runFolder());
        Outcome outcome = outcome(done);
        Set<Outcome> due = impairment.due();
        boolean isMet = watcher.happened().isPresent();
        complain(isMet && !due.contains(outcome), outcome.word() + ", due was one of " + words(due));
        complain(
                !done.end().isSafe() && !impairment.isUnreachable(),
                "not every instrument was seen safe, though each can be spoken to");
        OptionalDouble tesla = judgeField(done, folder);
        judgeTime();
        judgeRecord(done, folder);
        int code = exitCode.applyAsInt(done);
        boolean isSuccess = outcome == Outcome.WENT_ON || outcome == Outcome.MARKED;
        complain(
                (code == 0) != (isSuccess && done.isRecorded()),
                "exit status " + code + " for a run that " + outcome.word());
        String why = isSuccess ? "" : watcher.why();
        complain(!isSuccess && !isPlain(why), "the cause is not told in words: \"" + why + "\"");
        complain(!isMet && (outcome == Outcome.FAILED || outcome == Outcome.GUARD), "the run ended before the fault");
        return result(outcome, code, why, tesla);
    }

    private Outcome outcome(Execution.Result done) {
        return switch (done.end().status()) {
            case ABORTED -> Outcome.STOPPED;
            case FAILED ->
                done.end().cause().orElse(new Exception()) instanceof GuardTrippedException
                        ? Outcome.GUARD
                        : Outcome.FAILED;
            case SUCCESS -> watcher.isMarked() || hasRemarks(done) ? Outcome.MARKED : Outcome.WENT_ON;
        };
    }

    private static boolean hasRemarks(Execution.Result done) {
        return done.summary().remarks().stream().anyMatch(remark -> !remark.startsWith("SIMULATOR"));
    }

    private OptionalDouble judgeField(Execution.Result done, Path folder) {
        OptionalDouble tesla = lastTrueTesla(folder);
        double due = experiment.rig().safeState().fieldTesla();
        if (tesla.isEmpty()) {
            complaints.add("the truth was not kept");
        } else if (!impairment.isFieldLost() || done.end().isSafe()) {
            complain(
                    Math.abs(tesla.getAsDouble() - due) > NO_FIELD_TESLA,
                    Figure.text("the true field is %.4f T at the end, due %g T", tesla.getAsDouble(), due));
        }
        return tesla;
    }

    private static OptionalDouble lastTrueTesla(Path folder) {
        try {
            List<String> rows = Files.readAllLines(folder.resolve("truth.csv"));
            return rows.size() < 2
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            Double.parseDouble(rows.get(rows.size() - 1).split(",", -1)[1]));
        } catch (IOException unread) {
            return OptionalDouble.empty();
        }
    }

    private void judgeTime() {
        OptionalDouble took = watcher.safeAfter();
        complain(took.isEmpty(), "the record does not tell how the run ended");
        complain(
                took.orElse(0) > limitSeconds,
                Figure.text("the way to safety took %.1f s, due were %.1f s", took.orElse(0), limitSeconds));
    }

    private void judgeRecord(Execution.Result done, Path folder) {
        try {
            LogSummary log = LogReader.read(folder.resolve("run.log"), entry -> {});
            complain(!log.isWhole(), "the log is not whole: " + log);
            EndStatus told =
                    Manifest.read(folder.resolve("manifest.json")).ending().status();
            String due = impairment.isDiskFull() && !done.isRecorded()
                    ? EndStatus.UNKNOWN.name()
                    : done.end().status().name();
            complain(!told.name().equals(due), "the manifest says " + told + ", due " + due);
        } catch (StoreException unread) {
            complaints.add("the record does not open: " + unread.getMessage());
        }
    }

    /** No class name, no bare null. */
    private static boolean isPlain(String why) {
        return !why.isBlank() && !why.equals("null") && !why.contains("Exception");
    }

    private void complain(boolean isWrong, String complaint) {
        if (isWrong) {
            complaints.add(complaint);
        }
    }

    private static String words(Set<Outcome> outcomes) {
        return String.join(", ", outcomes.stream().map(Outcome::word).toList());
    }

    private DrillResult result(Outcome outcome, int code, String why, OptionalDouble tesla) {
        boolean wentOn = outcome == Outcome.WENT_ON || outcome == Outcome.MARKED;
        return new DrillResult(
                drilled,
                outcome,
                watcher.phase(),
                watcher.happened(),
                wentOn ? OptionalDouble.empty() : watcher.noticedAfter(),
                watcher.safeAfter(),
                limitSeconds,
                tesla,
                code,
                why,
                complaints,
                command());
    }

    private String command() {
        return String.format(
                Locale.ROOT,
                "fieldfall dry-run drill --rig %s --seed %d --fault %s%s",
                experiment.rig().name(),
                seed,
                drilled.fault(),
                drilled.phase().equals("stopping") ? "   (and Ctrl-C in " + Watcher.STOPPED_IN + ")" : "");
    }

    /** Where the run's record lies, if it began. */
    Optional<Path> folder() {
        return watcher.folder();
    }
}
