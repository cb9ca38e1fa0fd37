package org.fieldfall.app.store;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HDF5 file in NeXus form. All of it is in memory until it is closed, which writes it; until then its name ends with
 * {@code .part}. Used by one thread.
 */
public final class NexusFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NexusFile.class);

    private final Path file;
    private final Path part;
    private final WritableHdfFile hdf;
    private boolean isClosed;

    private NexusFile(Path file) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.hdf = HdfFile.write(part);
    }

    /** Begins a file, in place of an older one. */
    public static NexusFile create(Path file) {
        try {
            NexusFile begun = new NexusFile(file);
            begun.hdf.putAttribute("NX_class", "NXroot");
            return begun;
        } catch (HdfException | UncheckedIOException failure) {
            throw failed(file, "created", failure);
        }
    }

    public NexusGroup root() {
        return new NexusGroup(hdf);
    }

    /** Writes all of it and gives the file its name. */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            hdf.close();
            Durable.rename(part, file);
        } catch (HdfException | UncheckedIOException | IOException failure) {
            remove();
            throw failed(file, "written", failure);
        }
    }

    /** jhdf says what it was about, and its cause why. */
    private static StoreException failed(Path file, String done, Exception failure) {
        Throwable cause = failure.getCause();
        return new StoreException(file + ": cannot be " + done, cause == null ? failure : cause);
    }

    /** Half of an HDF5 file cannot be read. */
    private void remove() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException stillThere) {
            LOG.debug("{} is left as it is: {}", part, stillThere.getMessage());
        }
    }
}
