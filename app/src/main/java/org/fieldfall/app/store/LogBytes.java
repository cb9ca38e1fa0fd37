package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** A file seen through a window that moves forward; its size is what it was when last looked at. */
final class LogBytes {

    private static final int WINDOW = 1 << 20;

    private final FileChannel file;
    private long size;
    private ByteBuffer window = LogFormat.littleEndian(0);
    private long windowStart;

    LogBytes(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    /** Looks at the file again: it may have grown, and bytes behind its last whole frame may be others. */
    void refresh() throws IOException {
        size = file.size();
        window.limit(0);
    }

    long size() {
        return size;
    }

    /** The {@code count} bytes at {@code offset}, fewer at the file's end; valid until the next call. */
    ByteBuffer at(long offset, int count) throws IOException {
        int wanted = (int) Math.min(count, size - offset);
        if (offset < windowStart || offset + wanted > windowStart + window.limit()) {
            move(offset, wanted);
        }
        int start = (int) (offset - windowStart);
        int there = Math.min(wanted, window.limit() - start);
        return window.slice(start, there).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void move(long offset, int wanted) throws IOException {
        if (window.capacity() < wanted) {
            window = LogFormat.littleEndian(Math.max(wanted, (int) Math.min(WINDOW, size)));
        }
        window.clear().limit((int) Math.min(window.capacity(), size - offset));
        windowStart = offset;
        int count = 0;
        while (window.hasRemaining() && count >= 0) {
            count = file.read(window, offset + window.position());
        }
        window.flip();
    }
}
