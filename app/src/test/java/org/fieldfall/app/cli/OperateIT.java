package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.fieldfall.app.guard.Leases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run in one process, its operator in another. */
class OperateIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void holdResumeNoteAndStopReachARunInAnotherProcess() throws Exception {
        var leases = new Leases(folder.resolve("leases"));
        var protocol = Path.of("src", "test", "resources", "protocols", "hasty-shot.yaml")
                .toAbsolutePath();
        try (var run = CommandProcess.start(
                folder,
                folder.resolve("leases"),
                "dry-run",
                protocol.toString(),
                "--speed",
                "1",
                "--live",
                "--runs",
                folder.resolve("runs").toString())) {
            run.awaitSaid("prepare  begins");

            assertThat(Terminal.with(leases, "status").out()).contains("SIMULATOR", "RUNNING");
            var page = awaitPage(leases, run);
            assertThat(run.err()).contains("page: to watch      " + page + "#token=");
            assertThat(Terminal.with(leases, "status", "--json").out()).contains("\"page\":\"" + page + "\"");
            assertThat(Terminal.with(leases, "hold", "--by", "anna", "--wait", "20")
                            .exitCode())
                    .isZero();
            assertThat(Terminal.with(leases, "note", "--by", "bert", "the pump is noisy")
                            .exitCode())
                    .isZero();
            assertThat(Terminal.with(leases, "resume", "--by", "anna", "--wait", "20")
                            .exitCode())
                    .isZero();
            var stop = Terminal.with(leases, "stop", "--by", "anna", "--wait", "60");

            assertThat(stop.exitCode()).as(stop.out() + stop.err()).isZero();
            assertThat(run.exitCode()).isEqualTo(ExitCode.OPERATOR.number());
            assertThat(run.err())
                    .contains("HOLD by anna", "note by bert: the pump is noisy", "STOP by anna", "no guardian");
        }
        assertThat(Terminal.with(leases, "status").exitCode()).isEqualTo(1);
    }

    /** The page opens beside the run: its address, once the lease has it. */
    private static String awaitPage(Leases leases, CommandProcess run) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var said = Terminal.with(leases, "status").out();
            var page = said.lines().filter(line -> line.startsWith("  page")).findFirst();
            if (page.isPresent()) {
                return page.get().substring("  page".length()).strip();
            }
            assertThat(run.pass(50) && System.nanoTime() < end)
                    .as(said + run.err())
                    .isTrue();
        }
    }
}
