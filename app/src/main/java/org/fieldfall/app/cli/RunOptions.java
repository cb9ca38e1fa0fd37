package org.fieldfall.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
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

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Where run folders are made; else FIELDFALL_RUNS, else runs/ here.")
    private Optional<Path> runs = Optional.empty();

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

    /** The folder for run folders; it need not be there but must be such that it can be made. */
    Path runs() {
        Path folder = runs.orElseGet(() -> Optional.ofNullable(System.getenv("FIELDFALL_RUNS"))
                .filter(Predicate.not(String::isBlank))
                .map(Path::of)
                .orElse(Path.of("runs")));
        if (folder.toString().isBlank()) {
            throw new UsageException("--runs: came an empty name, due a folder");
        }
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            throw new UsageException("run folders cannot be made under " + folder + ": " + there
                    + " is no folder that can be written to");
        }
        return folder;
    }

    CaptureOption capture() {
        return capture;
    }

    boolean isJson() {
        return json;
    }
}
