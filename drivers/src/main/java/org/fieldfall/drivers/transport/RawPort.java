package org.fieldfall.drivers.transport;

import java.io.IOException;

/** A line as the operating system offers it: calls that block and that {@link #close()} from another thread sets free. */
interface RawPort extends AutoCloseable {

    /** Waits a short while (a tick of about 100 ms) for bytes: their count, 0 if none came, -1 if the line is gone. */
    int read(byte[] into) throws IOException;

    void write(byte[] bytes) throws IOException;

    @Override
    void close();
}
