package org.fieldfall.app.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the bytes of one segment go: a file, or a test's broken disk. Used by the log's thread only. */
interface LogChannel extends Closeable {

    /** Writes some of {@code bytes} at {@code position} and tells how many. */
    int write(ByteBuffer bytes, long position) throws IOException;

    /** Returns when everything written is on the disk. */
    void force() throws IOException;

    void truncate(long size) throws IOException;

    /**
     * Opens the same segment anew, as its disk may have gone and come back; changes nothing if it is not there.
     *
     * @param header what the segment begins with
     * @param size how much of it must be there
     */
    void renew(ByteBuffer header, long size);
}
