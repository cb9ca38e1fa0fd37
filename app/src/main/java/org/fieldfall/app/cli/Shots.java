package org.fieldfall.app.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.fieldfall.app.rig.WireCaptures;
import org.fieldfall.app.run.Execution;
import org.fieldfall.app.run.Request;
import org.fieldfall.app.run.RunObserver;
import org.fieldfall.app.store.Json;
import org.fieldfall.protocols.sequence.GuardTrippedException;
import org.fieldfall.protocols.sequence.RunControl;
import org.fieldfall.protocols.sequence.RunEnd;

/** What {@code run} and {@code dry-run} share: execute, show, answer the exit code. */
final class Shots {

    private Shots() {}

    static ExitCode execute(Desk desk, Request request, RunOptions options) throws IOException {
        Optional<WireCaptures> captures =
                options.capture().open(request.experiment().rig());
        try {
            return execute(desk, request, captures, options);
        } finally {
            captures.ifPresent(WireCaptures::close);
        }
    }

    private static ExitCode execute(Desk desk, Request request, Optional<WireCaptures> captures, RunOptions options) {
        RunControl control = new RunControl();
        try (LiveOption.Watched watched = options.live().open(desk, request, control)) {
            return execute(desk, request, captures, options.isJson(), control, watched);
        }
    }

    private static ExitCode execute(
            Desk desk,
            Request request,
            Optional<WireCaptures> captures,
            boolean json,
            RunControl control,
            LiveOption.Watched watched) {
        StopSignals.press(control, words -> desk.err().println(words));
        RunObserver observer = watched.beside(new Progress(desk.err()));
        Execution.Result result = new Execution(
                        request,
                        control,
                        observer,
                        InstantSource.system(),
                        captures,
                        Derived.FILES,
                        Optional.of(desk.leases()))
                .run();
        if (json) {
            desk.out().println(Json.text(result.summary()));
        } else {
            new SummaryTable(desk.out()).print(result.summary());
        }
        return code(result);
    }

    /** What a run answers to whoever started it. */
    static ExitCode code(Execution.Result result) {
        return result.isRecorded() ? code(result.end()) : unrecorded(result.end());
    }

    /** A shot without its whole record is no success. */
    private static ExitCode unrecorded(RunEnd end) {
        ExitCode code = code(end);
        return code == ExitCode.SUCCESS ? ExitCode.FAILED : code;
    }

    static ExitCode code(RunEnd end) {
        return switch (end.status()) {
            case SUCCESS -> ExitCode.SUCCESS;
            case ABORTED -> end.isSafe() ? ExitCode.OPERATOR : ExitCode.FAILED;
            case FAILED ->
                end.cause()
                        .map(cause -> cause instanceof GuardTrippedException ? ExitCode.GUARD : Failures.code(cause))
                        .orElse(ExitCode.FAILED);
        };
    }
}
