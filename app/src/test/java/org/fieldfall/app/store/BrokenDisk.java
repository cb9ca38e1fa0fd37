package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A disk in memory with room for one segment that fills up, refuses, hangs or goes away when a test says so. What was not
 * forced is told apart.
 */
final class BrokenDisk implements LogChannel, LogSegments {

    private static final Duration LONGEST_HANG = Duration.ofSeconds(20);

    private byte[] bytes = new byte[0];
    private byte[] forced = new byte[0];
    private int capacity = Integer.MAX_VALUE;
    private boolean doesForce = true;
    private boolean isPlugged = true;
    private boolean isHeld = true;
    private CountDownLatch hang = new CountDownLatch(0);
    private final CountDownLatch closed = new CountDownLatch(1);

    synchronized void fillsUpAt(int size) {
        capacity = size;
    }

    synchronized void forces(boolean itDoes) {
        doesForce = itDoes;
    }

    /** The disk is gone with what was not forced; once back, it must be opened anew. */
    synchronized void isPluggedIn(boolean itIs) {
        isPlugged = itIs;
        isHeld &= itIs;
        bytes = forced.clone();
    }

    /** Writes stand still from now on. */
    synchronized void hangs() {
        hang = new CountDownLatch(1);
    }

    synchronized void goesOn() {
        hang.countDown();
    }

    synchronized int size() {
        return bytes.length;
    }

    synchronized byte[] bytes() {
        return bytes.clone();
    }

    /** What would be there after a power cut. */
    synchronized byte[] forced() {
        return forced.clone();
    }

    boolean isClosedWithin(Duration within) throws InterruptedException {
        return closed.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public LogChannel create(int number) throws IOException {
        if (number > 0) {
            throw new IOException("No space left on device");
        }
        return this;
    }

    @Override
    public void discard(int number) {}

    @Override
    public synchronized void renew(ByteBuffer header, long size) {
        isHeld = isPlugged
                && bytes.length >= size
                && ByteBuffer.wrap(bytes, 0, header.remaining()).equals(header);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        await(hangNow());
        return take(source, (int) position);
    }

    private synchronized CountDownLatch hangNow() {
        return hang;
    }

    private synchronized int take(ByteBuffer source, int position) throws IOException {
        checkHeld();
        int count = Math.min(source.remaining(), capacity - position);
        if (count <= 0) {
            throw new IOException("No space left on device");
        }
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length, position + count));
        source.get(bytes, position, count);
        return count;
    }

    @Override
    public synchronized void force() throws IOException {
        checkHeld();
        if (!doesForce) {
            bytes = forced.clone();
            throw new IOException("Input/output error");
        }
        forced = bytes.clone();
    }

    @Override
    public synchronized void truncate(long size) throws IOException {
        checkHeld();
        bytes = Arrays.copyOf(bytes, (int) Math.min(size, bytes.length));
    }

    private void checkHeld() throws IOException {
        if (!isHeld) {
            throw new IOException("No such device");
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(LONGEST_HANG.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("hung too long");
            }
        } catch (InterruptedException nobodyMay) {
            throw new IOException(nobodyMay);
        }
    }
}
