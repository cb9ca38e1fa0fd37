package org.fieldfall.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.fieldfall.app.review.StoredRuns;
import picocli.CommandLine.Option;

/** Options of all commands that look at stored runs. */
final class StoredOptions {

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Where the run folders are; else FIELDFALL_RUNS, else runs/ here.")
    private Optional<Path> runs = Optional.empty();

    @Option(names = "--json", description = "One JSON object on stdout.")
    private boolean json;

    /** The folder of all runs; it need not be there where a run is named by its own path. */
    StoredRuns runs() {
        return new StoredRuns(runs.orElseGet(() -> Optional.ofNullable(System.getenv("FIELDFALL_RUNS"))
                .filter(Predicate.not(String::isBlank))
                .map(Path::of)
                .orElse(Path.of("runs"))));
    }

    /** @throws UsageException if there is no such folder */
    StoredRuns existingRuns() {
        StoredRuns found = runs();
        if (!Files.isDirectory(found.root())) {
            throw new UsageException(
                    "--runs: there is no folder " + found.root().toAbsolutePath());
        }
        return found;
    }

    boolean isJson() {
        return json;
    }
}
