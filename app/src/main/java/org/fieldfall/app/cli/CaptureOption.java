package org.fieldfall.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.rig.WireCaptures;
import picocli.CommandLine.Option;

/** The option of keeping all that is said on the lines. */
final class CaptureOption {

    @Option(
            names = "--capture-wire",
            paramLabel = "DIR",
            description = "Keep every byte said on the lines in this new or empty folder: a file for each instrument, "
                    + "and replay.yaml, a rig file that plays them.")
    private Optional<Path> folder = Optional.empty();

    boolean isAsked() {
        return folder.isPresent();
    }

    /** What takes it, to be closed by the caller; empty if nobody asked for it. */
    Optional<WireCaptures> open(RigConfig rig) throws IOException {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        refuseUnlessFree(folder.get());
        return Optional.of(WireCaptures.in(folder.get(), rig));
    }

    private static void refuseUnlessFree(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException("--capture-wire: " + folder + " is no folder");
        }
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new UsageException("--capture-wire: the folder " + folder
                            + " is not empty; a capture is of one run, name a new one");
                }
            }
        }
    }
}
