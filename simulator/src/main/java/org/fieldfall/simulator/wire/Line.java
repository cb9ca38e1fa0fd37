package org.fieldfall.simulator.wire;

import java.io.IOException;

/** A box's plug: what a client opens, and what can be pulled out and put back. Safe to share between threads. */
public interface Line extends AutoCloseable {

    /** VISA resource name. */
    String resource();

    /** Cuts the line off: a client sees a hang-up, and nobody can open it. Does nothing if it is off. */
    void unplug();

    /** Brings the line back under the same name. Does nothing if it is there. */
    void plug() throws IOException;

    @Override
    void close();
}
