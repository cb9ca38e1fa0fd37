package org.fieldfall.app.cli;

import java.util.List;
import java.util.Optional;
import org.fieldfall.app.guard.ControlAnswer;
import org.fieldfall.app.guard.ControlRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Something for the record of a run in progress. */
@Command(
        name = "note",
        description = "Write a note into the record of a run in progress; 'review annotate' is for one that is over.")
final class Note implements Action {

    private final Desk desk;

    @Parameters(
            arity = "1..2",
            paramLabel = "[RUN] TEXT",
            hideParamSyntax = true,
            description = "Rig or run, which may be left out where one run is in progress, and the note.")
    private List<String> words = List.of();

    @Option(names = "--by", paramLabel = "NAME", description = "Who writes it; else the user's name.")
    private String by = System.getProperty("user.name", "unknown");

    Note(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        Optional<String> run = words.size() == 2 ? Optional.of(words.get(0)) : Optional.empty();
        String text = words.get(words.size() - 1);
        ControlAnswer answer = ActOnRun.ask(
                RunsInProgress.on(desk.leases()).meant(run), ControlRequest.of("note", by, text, Optional.empty()));
        desk.out().println(answer.words());
        return answer.taken() ? ExitCode.SUCCESS : ExitCode.FAILED;
    }
}
