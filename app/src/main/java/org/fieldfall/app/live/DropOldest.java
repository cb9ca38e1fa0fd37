package org.fieldfall.app.live;

import java.util.ArrayDeque;
import java.util.Optional;

/** A bounded queue that never makes its writer wait: when it is full the oldest goes, and is counted. Safe to share. */
final class DropOldest<T> {

    private final int most;
    private final ArrayDeque<T> kept = new ArrayDeque<>();
    private long dropped;

    /** @param most how many are kept, at least 1 */
    DropOldest(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a queue for " + most + " items; due is at least 1");
        }
        this.most = most;
    }

    synchronized void put(T item) {
        if (kept.size() == most) {
            kept.removeFirst();
            dropped++;
        }
        kept.addLast(item);
        notifyAll();
    }

    /** The oldest; empty if none came within the time. */
    synchronized Optional<T> take(long withinMillis) throws InterruptedException {
        long end = System.nanoTime() + withinMillis * 1_000_000;
        long left = withinMillis;
        while (kept.isEmpty() && left > 0) {
            wait(left);
            left = (end - System.nanoTime() + 999_999) / 1_000_000;
        }
        return Optional.ofNullable(kept.pollFirst());
    }

    synchronized int depth() {
        return kept.size();
    }

    synchronized long dropped() {
        return dropped;
    }
}
