package org.fieldfall.simulator.wire;

import java.io.IOException;

/** The instrument's end of an open line, for one thread. */
interface Port {

    /** Waits at most so long for bytes. Returns how many came, 0 for none, -1 when the other end has left. */
    int read(byte[] into, int waitMillis) throws IOException;

    /** Whether somebody is at the other end. */
    boolean isAttended() throws IOException;

    /** Drops what nobody is there to read. */
    void write(byte[] bytes, int from, int to) throws IOException;
}
