package org.fieldfall.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's own Python; another one earlier on the path does not see Debian's modules. */
final class DebianPython {

    private static final String PYTHON = "/usr/bin/python3";

    private final Path output;

    DebianPython(Path folder) {
        this.output = folder.resolve("said.txt");
    }

    /** Skips the test where modules are missing; in CI it fails. */
    void need(String packages, String modules) throws Exception {
        boolean isThere;
        try {
            isThere = exitValue(List.of(PYTHON, "-c", "import " + modules)) == 0;
        } catch (IOException notFound) {
            isThere = false;
        }
        boolean mustBeThere = Boolean.parseBoolean(System.getenv("CI"));
        assertThat(isThere || !mustBeThere)
                .as("Debian packages needed in CI: %s", packages)
                .isTrue();
        assumeTrue(isThere, "not installed: the Debian packages " + packages);
    }

    /** What a script prints, which has to succeed within a minute. */
    String said(Path script, Path... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(PYTHON, script.toString()));
        for (Path argument : arguments) {
            command.add(argument.toString());
        }
        assertThat(exitValue(command)).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }

    private int exitValue(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command.toString()).isTrue();
        return process.exitValue();
    }
}
