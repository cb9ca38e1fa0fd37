package org.fieldfall.app.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fieldfall.app.store.RunFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the files that are made of a record find the disk full: Linux' own full device lies where they are about to be
 * written. The log, which is open already, and what has been written stay as they are.
 */
final class FullDisk {

    private static final Logger LOG = LoggerFactory.getLogger(FullDisk.class);
    private static final Path DEVICE = Path.of("/dev/full");
    private static final List<String> DERIVED = List.of("trace.csv.part", "summary.json.new", "manifest.json.new");

    private FullDisk() {}

    static void in(RunFolder folder) {
        DERIVED.forEach(name -> link(folder.path().resolve(name)));
    }

    private static void link(Path name) {
        try {
            Files.createSymbolicLink(name, DEVICE);
        } catch (FileAlreadyExistsException there) {
            LOG.debug("{} is being written already", name);
        } catch (IOException e) {
            throw new UncheckedIOException("the staged disk.full cannot be staged: " + e.getMessage(), e);
        }
    }
}
