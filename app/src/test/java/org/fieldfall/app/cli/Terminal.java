package org.fieldfall.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.guard.Leases;

/** Types one command in the project's folder and keeps what it prints. */
final class Terminal {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final int exitCode;

    private Terminal(Leases leases, String... arguments) {
        var configs = Configs.of(Path.of(".."), Optional.empty());
        exitCode = Fieldfall.execute(new Desk(configs, new PrintWriter(out), new PrintWriter(err), leases), arguments);
    }

    static Terminal fieldfall(String... arguments) {
        return new Terminal(Leases.here(), arguments);
    }

    /** On a machine of the test's own. */
    static Terminal with(Leases leases, String... arguments) {
        return new Terminal(leases, arguments);
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
