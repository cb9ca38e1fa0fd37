package org.fieldfall.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.fieldfall.app.config.Configs;

/** Types one command in the project's folder and keeps what it prints. */
final class Terminal {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final int exitCode;

    private Terminal(String... arguments) {
        var configs = Configs.of(Path.of(".."), Optional.empty());
        exitCode = Fieldfall.execute(new Desk(configs, new PrintWriter(out), new PrintWriter(err)), arguments);
    }

    static Terminal fieldfall(String... arguments) {
        return new Terminal(arguments);
    }

    int exitCode() {
        return exitCode;
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
