package org.fieldfall.app.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fieldfall.simulator.FaultKind;
import org.fieldfall.simulator.TwinSettings;
import org.fieldfall.simulator.VirtualRig;

/**
 * A simulated rig whose serial lines, where a fault unplugs one, go by links in a folder of their own: only then do they
 * come back under their old names whoever else opens terminals meanwhile. It is gone when the process ends.
 */
final class LooseLines {

    private LooseLines() {}

    static VirtualRig start(TwinSettings settings, long seed, List<StagedFault> faults) {
        boolean isLoose = faults.stream().anyMatch(fault -> fault.kind().equals(Optional.of(FaultKind.LINE_DEAD)));
        return isLoose ? VirtualRig.start(settings, seed, folder()) : VirtualRig.start(settings, seed);
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("fieldfall-lines");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the links of the simulated lines: " + e.getMessage(), e);
        }
    }
}
