package org.fieldfall.app.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.time.InstantSource;
import org.fieldfall.app.guard.Guardian;
import org.fieldfall.protocols.sequence.RunControl;
import picocli.CommandLine.Command;

/** The other end of a run's pipe; started by a run and by nobody else. */
@Command(name = "guardian", hidden = true, description = "Watch a run from outside; a run starts this by itself.")
final class GuardianCommand implements Action {

    private final Desk desk;

    GuardianCommand(Desk desk) {
        this.desk = desk;
    }

    /** A request to end that reaches everything on the machine is the run's to answer, and the guardian outlives it. */
    @Override
    public ExitCode perform() throws InterruptedException {
        StopSignals.press(new RunControl(), words -> {});
        boolean isWell = new Guardian(
                        new FileInputStream(FileDescriptor.in),
                        new FileOutputStream(FileDescriptor.out),
                        desk.configs(),
                        desk.leases(),
                        InstantSource.system())
                .watch();
        return isWell ? ExitCode.SUCCESS : ExitCode.FAILED;
    }
}
