package org.fieldfall.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Where run folders are, or would be, made. */
final class RunsOption {

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Where run folders are made; else FIELDFALL_RUNS, else runs/ here.")
    private Optional<Path> runs = Optional.empty();

    /** The folder for run folders; it need not be there but must be such that it can be made. */
    Path folder() {
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
}
