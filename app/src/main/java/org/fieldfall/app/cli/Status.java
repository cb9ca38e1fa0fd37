package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fieldfall.app.guard.ControlRequest;
import org.fieldfall.app.guard.GuardException;
import org.fieldfall.app.guard.Holder;
import org.fieldfall.app.guard.Latch;
import org.fieldfall.app.guard.Standing;
import org.fieldfall.app.live.LiveAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What runs on this machine, and how it stands. */
@Command(
        name = "status",
        description = "Tell which runs are in progress on this machine, how they stand, and which rigs are latched.",
        footer = {"", "EXIT CODE: 0 a run is in progress, 1 none is."})
final class Status implements Action {

    private final Desk desk;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RUN",
            description = "Only this one: rig, number of the run, beginning of its id, or its folder.")
    private Optional<String> run = Optional.empty();

    @Option(names = "--json", description = "One JSON object on stdout.")
    private boolean json;

    Status(Desk desk) {
        this.desk = desk;
    }

    /**
     * @param standing empty where the run does not answer
     * @param trouble why it does not; empty where it does
     */
    private record Shown(Holder holder, Optional<Standing> standing, String trouble) {

        static Shown of(Holder holder) {
            if (holder.socket().isEmpty()) {
                return new Shown(holder, Optional.empty(), "");
            }
            try {
                return new Shown(
                        holder, ActOnRun.ask(holder, ControlRequest.status()).standing(), "");
            } catch (GuardException silent) {
                return new Shown(holder, Optional.empty(), String.valueOf(silent.getMessage()));
            }
        }

        String state() {
            return standing.map(Standing::state).orElseGet(() -> holder.kind().equals("guardian") ? "LOST" : "");
        }
    }

    @Override
    public ExitCode perform() {
        List<Shown> shown = desk.leases().holders().stream()
                .filter(holder ->
                        run.map(name -> RunsInProgress.isCalled(holder, name)).orElse(true))
                .map(Shown::of)
                .toList();
        List<Latch> latches = desk.leases().latches();
        if (json) {
            print(shown, latches);
        } else {
            shown.forEach(this::print);
            if (shown.isEmpty()) {
                desk.out().println(run.map(name -> "no run " + name).orElse("no run") + " is in progress here");
            }
            latches.forEach(latch -> desk.out().println("LATCHED  " + latch.words()));
        }
        return shown.isEmpty() ? ExitCode.FAILED : ExitCode.SUCCESS;
    }

    private void print(Shown shown) {
        Holder held = shown.holder();
        desk.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s  rig %s: %s%s",
                        held.source().isEmpty() ? "NOT BEGUN" : held.source().toUpperCase(Locale.ROOT),
                        held.rig(),
                        shown.state().isEmpty() ? held.kind() : shown.state(),
                        shown.standing()
                                .filter(standing -> !standing.phase().isEmpty())
                                .map(standing -> ", phase " + standing.phase())
                                .orElse("")));
        line("since", held.since().truncatedTo(ChronoUnit.SECONDS) + ", by " + held.user() + ", pid " + held.pid());
        line("folder", held.runFolder());
        line("page", held.page());
        live(held)
                .ifPresent(live -> line("live", "publishes on " + live.publisher() + ", answers on " + live.router()));
        shown.standing().ifPresent(standing -> {
            line("held", standing.heldBecause().orElse(""));
            line(
                    "guards",
                    standing.latched().isEmpty() ? "none latched" : "LATCHED " + String.join("; ", standing.latched()));
        });
        line("trouble", shown.trouble());
    }

    /** Where it publishes, if it does and tells this user. */
    private static Optional<LiveAddress> live(Holder held) {
        return held.runFolder().isEmpty() ? Optional.empty() : LiveAddress.of(Path.of(held.runFolder()));
    }

    private void line(String what, String words) {
        if (!words.isEmpty()) {
            desk.out().println(String.format(Locale.ROOT, "  %-8s%s", what, words));
        }
    }

    private void print(List<Shown> shown, List<Latch> latches) {
        new Json()
                .put("runs", shown.stream().map(Status::json).toList())
                .put("latches", latches.stream().map(Status::json).toList())
                .print(desk.out());
    }

    private static Json json(Shown shown) {
        Holder held = shown.holder();
        return new Json()
                .put("source", held.source())
                .put("kind", held.kind())
                .put("state", shown.state())
                .put("phase", shown.standing().map(Standing::phase))
                .put("held_because", shown.standing().flatMap(Standing::heldBecause))
                .put("latched", shown.standing().map(Standing::latched).orElse(List.of()))
                .put("rig", held.rig())
                .put("run_id", held.runId())
                .put("run_folder", held.runFolder())
                .put("since_utc", held.since())
                .put("user", held.user())
                .put("pid", held.pid())
                .put("host", held.host())
                .put("page", held.page())
                .put("live_publisher", live(held).map(LiveAddress::publisher))
                .put("live_router", live(held).map(LiveAddress::router))
                .put("trouble", shown.trouble());
    }

    private static Json json(Latch latch) {
        return new Json()
                .put("rig", latch.rig())
                .put("run_id", latch.runId())
                .put("run_folder", latch.runFolder())
                .put("at_utc", latch.at())
                .put("by", latch.by())
                .put("why", latch.why());
    }
}
