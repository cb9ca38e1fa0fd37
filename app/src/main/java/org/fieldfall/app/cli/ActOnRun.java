package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.fieldfall.app.guard.ControlAnswer;
import org.fieldfall.app.guard.ControlLine;
import org.fieldfall.app.guard.ControlRequest;
import org.fieldfall.app.guard.Holder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One act of an operator on a run in another process: hold, resume, stop or emergency. */
@Command(
        footer = {
            "",
            "RUN may be left out where one run is in progress on this machine.",
            "EXIT CODE: 0 the run has taken it (with --wait: it is there), 1 not, or no run is in progress,",
            "2 several are in progress and none was named."
        })
final class ActOnRun implements Action {

    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final int LONGEST_WAIT = 86_400;

    private final Desk desk;
    private final String act;
    private final Set<String> wanted;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RUN",
            description = "Rig, number of the run, beginning of its id, or its folder.")
    private Optional<String> run = Optional.empty();

    @Option(names = "--by", paramLabel = "NAME", description = "Who asks, for the record; else the user's name.")
    private String by = System.getProperty("user.name", "unknown");

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "Wait at most so long until the run has done it; the exit code tells.")
    private Optional<Double> wait = Optional.empty();

    private ActOnRun(Desk desk, String act, Set<String> wanted) {
        this.desk = desk;
        this.act = act;
        this.wanted = wanted;
    }

    static CommandLine hold(Desk desk) {
        return line(desk, "hold", Set.of("HELD"), "Keep the run where it is: the field stays, resume goes on.");
    }

    static CommandLine resume(Desk desk) {
        return line(desk, "resume", Set.of("RUNNING"), "Let a held run go on.");
    }

    static CommandLine stop(Desk desk) {
        return line(
                desk,
                "stop",
                Set.of("SAFE"),
                "End the run: leave the phase, bring the rig to its safe state at the safe rate.");
    }

    static CommandLine emergency(Desk desk) {
        return line(
                desk, "emergency", Set.of("SAFE"), "End the run with nothing but the rig file's safe-state commands.");
    }

    private static CommandLine line(Desk desk, String act, Set<String> wanted, String description) {
        var line = new CommandLine(new ActOnRun(desk, act, wanted));
        line.setCommandName(act);
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }

    @Override
    public ExitCode perform() throws InterruptedException {
        if (wait.filter(seconds -> !(seconds > 0 && seconds <= LONGEST_WAIT)).isPresent()) {
            throw new UsageException(act + ": --wait is above 0 and at most " + LONGEST_WAIT + " s, not " + wait.get());
        }
        Holder meant = RunsInProgress.on(desk.leases()).meant(run);
        ControlAnswer answer = ask(meant, ControlRequest.of(act, by));
        desk.out().println(answer.words());
        if (!answer.taken()) {
            return ExitCode.FAILED;
        }
        return wait.isEmpty() ? ExitCode.SUCCESS : awaited(meant, wait.get());
    }

    private ExitCode awaited(Holder meant, double seconds) throws InterruptedException {
        var end = new AwaitedState(desk.leases(), meant).await(wanted, Duration.ofMillis((long) (1000 * seconds)));
        desk.out().println(end.words());
        return wanted.contains(end.state()) ? ExitCode.SUCCESS : ExitCode.FAILED;
    }

    /** Asks a run that must be able to answer. */
    static ControlAnswer ask(Holder run, ControlRequest request) {
        if (run.socket().isEmpty()) {
            throw new NoRunException(
                    run.kind().equals("guardian")
                            ? "the run is lost and its guardian brings rig " + run.rig() + " to its safe state; "
                                    + run.words()
                            : "the run has not begun yet, ask again: " + run.words());
        }
        return ControlLine.ask(Path.of(run.socket()), request, TO_ANSWER);
    }
}
