package org.fieldfall.app.store;

import java.io.Closeable;
import java.io.IOException;

/** Where a log finds room for its next segment: files beside each other, or a test's broken disk. */
interface LogSegments extends Closeable {

    /** Begins a segment that was not there before; its name is on the disk when this returns. */
    LogChannel create(int number) throws IOException;

    /** Takes a segment away that could not be begun. */
    void discard(int number) throws IOException;
}
