package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that {@code run} and {@code dry-run} share. */
final class RunOptions {

    @Parameters(index = "0", paramLabel = "PROTOCOL", description = "Name or path of a protocol file.")
    private String protocol = "";

    @Option(names = "--sample", paramLabel = "SAMPLE", description = "Sample file instead of the protocol's own.")
    private Optional<String> sample = Optional.empty();

    @Option(names = "--operator", paramLabel = "WHO", description = "Who runs it, for the record.")
    private String operator = System.getProperty("user.name", "unknown");

    @Option(names = "--note", paramLabel = "WHY", description = "Why, for the record.")
    private String note = "";

    @Mixin
    private RunsOption runs = new RunsOption();

    @Mixin
    private CaptureOption capture = new CaptureOption();

    @Option(names = "--json", description = "The summary as one JSON object on stdout; progress stays on stderr.")
    private boolean json;

    String protocol() {
        return protocol;
    }

    Optional<String> sample() {
        return sample;
    }

    String operator() {
        return operator;
    }

    String note() {
        return note;
    }

    /** The folder for run folders. */
    Path runs() {
        return runs.folder();
    }

    CaptureOption capture() {
        return capture;
    }

    boolean isJson() {
        return json;
    }
}
