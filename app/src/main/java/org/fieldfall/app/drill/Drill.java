package org.fieldfall.app.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.rig.StagedFault;
import org.fieldfall.app.run.Execution;

/**
 * Performs faults in phases, several cases at once, each with a simulated rig and a record of its own. The record of a
 * case that was as due is taken away, the others stay.
 */
public final class Drill {

    /** Name of the protocol that is performed. */
    public static final String PROTOCOL = "drill";

    /** A case, its repetition included, has ended by then whatever became of it. */
    private static final long LONGEST_MINUTES = 15;

    private static final List<String> USUAL = List.of(
            "reply.lost",
            "reply.late",
            "reply.doubled",
            "reply.cut",
            "reply.garbled",
            "reply.lost/sample-thermometer",
            "reply.garbled/sample-thermometer",
            "line.dead",
            "line.dead:5s",
            "line.dead/sample-thermometer:5s",
            "line.dead/bath",
            "line.dead/heat-switch:5s",
            "line.silent",
            "line.silent:5s",
            "line.silent/sample-thermometer",
            "line.silent/field-monitor:5s",
            "sensor.frozen",
            "sensor.frozen/bath",
            "sensor.open",
            "sensor.open/bath",
            "supply.trip",
            "supply.compliance",
            "magnet.quench",
            "magnet.quench/bias-magnet",
            "line.dead/bias-magnet",
            "line.silent/bias-magnet:5s",
            "switch.stuck",
            "bath.runaway",
            StagedFault.DISK_FULL);

    private final Experiment experiment;
    private final long seed;
    private final Path folder;
    private final int jobs;
    private final ToIntFunction<Execution.Result> exitCode;

    /**
     * @param folder takes the records
     * @param jobs cases at once
     * @param exitCode what the command line answers for a run
     */
    public Drill(Experiment experiment, long seed, Path folder, int jobs, ToIntFunction<Execution.Result> exitCode) {
        this.experiment = experiment;
        this.seed = seed;
        this.folder = folder;
        this.jobs = jobs;
        this.exitCode = exitCode;
    }

    /** The faults that are drilled where nobody names others: all that the rig has the instruments for. */
    public static List<StagedFault> usual(RigConfig rig) {
        return StagedFault.readable(USUAL, rig);
    }

    /** Every fault in every phase. */
    public List<DrillCase> cases(List<StagedFault> faults, List<String> phases) {
        return DrillCase.all(faults, phases, seed);
    }

    /**
     * Performs cases and answers the results in their order.
     *
     * @param heard each result as it comes, on the calling thread
     */
    public List<DrillResult> perform(List<DrillCase> cases, Consumer<DrillResult> heard) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try {
            var done = new ExecutorCompletionService<DrillResult>(pool);
            cases.forEach(one -> done.submit(trial(one)));
            List<DrillResult> results = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                DrillResult result = next(done);
                results.add(result);
                heard.accept(result);
            }
            results.sort(Comparator.comparingInt(result -> cases.indexOf(result.drilled())));
            return results;
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a case of the drill broke: " + broken.getMessage(), broken);
        } finally {
            pool.shutdownNow();
        }
    }

    private static DrillResult next(ExecutorCompletionService<DrillResult> done)
            throws InterruptedException, ExecutionException {
        Future<DrillResult> ended = done.poll(LONGEST_MINUTES, TimeUnit.MINUTES);
        if (ended == null) {
            throw new IllegalStateException(
                    "drill: no case ended for " + LONGEST_MINUTES + " minutes, due are seconds");
        }
        return ended.get();
    }

    private Callable<DrillResult> trial(DrillCase one) {
        return () -> {
            Trial trial = new Trial(one, experiment, seed, folder, exitCode);
            DrillResult result = trial.perform();
            if (result.isPremature()) {
                // On a machine that stalls a reply may really be late: once is an accident.
                trial.folder().ifPresent(Drill::delete);
                trial = new Trial(one, experiment, seed, folder, exitCode);
                result = trial.perform();
            }
            if (result.isAsDue()) {
                trial.folder().ifPresent(Drill::delete);
            }
            return result;
        };
    }

    private static void delete(Path record) {
        try (var files = Files.walk(record)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the record of a case of the drill stays: " + e.getMessage(), e);
        }
    }
}
