package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fieldfall.app.guard.Leases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run in one process, its operator in another. */
class OperateIT {

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
                "--runs",
                folder.resolve("runs").toString())) {
            run.awaitSaid("prepare  begins");

            assertThat(Terminal.with(leases, "status").out()).contains("SIMULATOR", "RUNNING");
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
}
