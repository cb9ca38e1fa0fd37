package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that {@code run} and {@code dry-run} share. */
final class RunOptions {

    @Parameters(index = "0", arity = "0..1", paramLabel = "PROTOCOL", description = "Name or path of a protocol file.")
    private Optional<String> protocol = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = "CAMPAIGN",
            description =
                    "Go on with a campaign instead, from its own record: its id, folder or the beginning of either.")
    private Optional<String> resume = Optional.empty();

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

    @Mixin
    private LiveOption live = new LiveOption();

    /** @throws UsageException if there is none */
    String protocol() {
        return protocol.orElseThrow(() -> new UsageException("Missing required parameter: PROTOCOL, or --resume"));
    }

    /**
     * The campaign to go on with; empty if a protocol is to be performed.
     *
     * @param more other options that say what to perform, as they were given
     * @throws UsageException if both are given
     */
    Optional<String> resume(Map<String, Optional<?>> more) {
        Map<String, Optional<?>> given = new TreeMap<>(more);
        given.put("PROTOCOL", protocol);
        given.put("--sample", sample);
        given.values().removeIf(Optional::isEmpty);
        if (resume.isPresent() && !given.isEmpty()) {
            throw new UsageException("--resume: a campaign goes on with its own record, it does not go with "
                    + String.join(", ", given.keySet()));
        }
        return resume;
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

    LiveOption live() {
        return live;
    }

    boolean isJson() {
        return json;
    }
}
