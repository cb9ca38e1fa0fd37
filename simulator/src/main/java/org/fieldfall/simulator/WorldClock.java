package org.fieldfall.simulator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** World time as a multiple of wall time that may be changed and may leap, never back. Safe to share between threads. */
final class WorldClock {

    private static final double NANO = 1e-9;
    private static final long LONGEST_NAP_MILLIS = 50;

    private final LongSupplier wallNanos;
    private double baseSeconds;
    private long baseNanos;
    private double speed = 1;
    private double limit = Double.POSITIVE_INFINITY;

    WorldClock(LongSupplier wallNanos) {
        this.wallNanos = wallNanos;
        this.baseNanos = wallNanos.getAsLong();
    }

    synchronized double seconds() {
        return Math.min(limit, baseSeconds + (wallNanos.getAsLong() - baseNanos) * NANO * speed);
    }

    synchronized void speed(double worldSecondsPerSecond) {
        rebase(seconds());
        speed = worldSecondsPerSecond;
        notifyAll();
    }

    /** Lets the clock stand when it comes to a time, until it is given another one. */
    synchronized void noFurtherThan(double seconds) {
        rebase(seconds());
        limit = Math.max(seconds, baseSeconds);
        notifyAll();
    }

    synchronized void leapTo(double seconds) {
        rebase(Math.max(seconds, seconds()));
        notifyAll();
    }

    /** Waits until the clock shows a time, no longer than {@code atMost} of wall time; says whether it does. */
    synchronized boolean waitUntil(double seconds, Duration atMost) throws InterruptedException {
        long start = wallNanos.getAsLong();
        while (seconds() < seconds && wallNanos.getAsLong() - start < atMost.toNanos()) {
            double left = (seconds - seconds()) / Math.max(speed, NANO);
            long millis = (long) Math.min(LONGEST_NAP_MILLIS, left * 1000);
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(100_000, TimeUnit.MILLISECONDS.toNanos(millis)));
        }
        return seconds() >= seconds;
    }

    private void rebase(double seconds) {
        baseSeconds = seconds;
        baseNanos = wallNanos.getAsLong();
    }
}
