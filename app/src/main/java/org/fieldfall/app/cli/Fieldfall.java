package org.fieldfall.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import org.fieldfall.app.config.Configs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry point of the command line. */
@Command(
        name = "fieldfall",
        description = "Instrument control and data acquisition for fast field-quench calorimetry.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommandsRepeatable = false)
public final class Fieldfall implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Fieldfall() {}

    public static void main(String... arguments) {
        var desk = new Desk(Configs.here(), writer(FileDescriptor.out), writer(FileDescriptor.err));
        System.exit(execute(desk, arguments));
    }

    /** Runs one command and answers its exit code. */
    static int execute(Desk desk, String... arguments) {
        var line = new CommandLine(new Fieldfall());
        Commands.addTo(line, desk, arguments);
        standardHelp(line);
        // Settings reach only the commands that are there already.
        return line.setOut(desk.out())
                .setErr(desk.err())
                .setParameterExceptionHandler(Failures::usage)
                .setExecutionExceptionHandler(Failures::execution)
                .execute(arguments);
    }

    /** Called without a command. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static void standardHelp(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true);
        line.getSubcommands().values().forEach(Fieldfall::standardHelp);
    }

    /** UTF-8 whatever the locale says: JSON is, and a table with a Δ should not depend on it. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, UTF_8);
    }
}
