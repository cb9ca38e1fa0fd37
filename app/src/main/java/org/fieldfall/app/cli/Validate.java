package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads configuration files and says what is wrong with them. */
@Command(
        name = "validate",
        description = "Read configuration files by the schema they name and report every problem of all of them.")
final class Validate implements Action {

    private final Desk desk;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A sample, rig or protocol file.")
    private List<Path> files = new ArrayList<>();

    Validate(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        var kinds = desk.configs().validate(files);
        for (int i = 0; i < kinds.size(); i++) {
            desk.out().println(files.get(i) + ": ok, a " + kinds.get(i).word());
        }
        return ExitCode.SUCCESS;
    }
}
