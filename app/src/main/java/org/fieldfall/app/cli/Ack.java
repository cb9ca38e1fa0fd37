package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.guard.ControlAnswer;
import org.fieldfall.app.guard.ControlRequest;
import org.fieldfall.app.guard.GuardException;
import org.fieldfall.app.guard.Holder;
import org.fieldfall.app.guard.Latch;
import org.fieldfall.app.store.Annotations;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.app.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Somebody has looked at it and says so. */
@Command(
        name = "ack",
        description = "Acknowledge the guards that are latched in a run in progress, or free a rig that was latched"
                + " when its run ended. What was found goes into the record of that run.")
final class Ack implements Action {

    private final Desk desk;

    @Parameters(
            arity = "1..2",
            paramLabel = "[RIG] TEXT",
            hideParamSyntax = true,
            description = "Rig or run, which may be left out where one waits for it, and what was found.")
    private List<String> words = List.of();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who has looked at it.")
    private String by = "";

    @Option(names = "--guard", paramLabel = "GUARD", description = "Only this guard of a run in progress.")
    private Optional<String> guard = Optional.empty();

    Ack(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        String text = words.get(words.size() - 1);
        if (text.isBlank() || by.isBlank()) {
            throw new UsageException("ack: came an empty " + (text.isBlank() ? "text" : "--by") + ", due words");
        }
        Optional<String> name = words.size() == 2 ? Optional.of(words.get(0)) : Optional.empty();
        List<Holder> runs = RunsInProgress.on(desk.leases()).all().stream()
                .filter(run ->
                        name.map(asked -> RunsInProgress.isCalled(run, asked)).orElseGet(() -> isWaiting(run)))
                .toList();
        List<Latch> latches = desk.leases().latches().stream()
                .filter(latch -> name.map(
                                asked -> RunsInProgress.isCalled(latch.rig(), latch.runId(), latch.runFolder(), asked))
                        .orElse(true))
                .toList();
        if (runs.size() + latches.size() > 1) {
            throw new UsageException("ack: name the one you mean:" + list(runs, latches));
        }
        if (runs.isEmpty() && latches.isEmpty()) {
            throw new NoRunException(
                    name.map(asked -> asked + ": ").orElse("") + "nothing waits to be acknowledged here");
        }
        return runs.isEmpty() ? unlatched(latches.get(0), text) : acknowledged(runs.get(0), text);
    }

    private static boolean isWaiting(Holder run) {
        try {
            return ActOnRun.ask(run, ControlRequest.status())
                    .standing()
                    .filter(standing -> !standing.latched().isEmpty())
                    .isPresent();
        } catch (GuardException | NoRunException silent) {
            return false;
        }
    }

    private static String list(List<Holder> runs, List<Latch> latches) {
        List<String> all = new ArrayList<>();
        runs.forEach(run -> all.add("\n  rig " + run.rig() + ", " + run.words()));
        latches.forEach(latch -> all.add("\n  " + latch.words()));
        return String.join("", all);
    }

    private ExitCode acknowledged(Holder run, String text) {
        ControlAnswer answer = ActOnRun.ask(run, ControlRequest.of("ack", by, text, guard));
        desk.out().println(answer.words());
        return answer.taken() ? ExitCode.SUCCESS : ExitCode.FAILED;
    }

    /** The record first: a rig that is freed with nobody to say why is worse than one that is not freed. */
    private ExitCode unlatched(Latch latch, String text) {
        var note = new Annotations.Annotation(
                InstantSource.system().instant(), by, "acknowledged, \"" + latch.why() + "\": " + text);
        try {
            new Annotations(RunFolder.at(Path.of(latch.runFolder())).annotations()).add(note);
        } catch (StoreException unwritten) {
            desk.err().println("the record of the run does not have it: " + unwritten.getMessage());
        }
        desk.leases().unlatch(latch);
        desk.out()
                .println(
                        "rig " + latch.rig() + " is free for the next run; acknowledged by " + by + " at " + note.at());
        return ExitCode.SUCCESS;
    }
}
