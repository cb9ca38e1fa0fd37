package org.fieldfall.simulator.dmm6500;

/** A trigger timer: once started it gives an event at every delay, the first at once if it generates one at its start. */
final class Timer {

    double delaySeconds = 10e-6;
    /** Number of events; 0 is without end. */
    int count = 1;

    boolean generatesAtStart;
    boolean isEnabled;
    /** Number of the notify block that starts it; 0 if enabling does. */
    int stimulus;

    private double startSeconds = Double.NaN;
    private long next;

    void start(double worldSeconds) {
        startSeconds = worldSeconds;
        next = generatesAtStart ? 0 : 1;
    }

    void stop() {
        startSeconds = Double.NaN;
    }

    /** Without a stimulus it starts as it is enabled. */
    void enable(boolean wanted, double worldSeconds) {
        isEnabled = wanted;
        if (!wanted) {
            stop();
        } else if (stimulus == 0) {
            start(worldSeconds);
        }
    }

    void reset() {
        stop();
        delaySeconds = 10e-6;
        count = 1;
        generatesAtStart = false;
        isEnabled = false;
        stimulus = 0;
    }

    /** World time of the next event that nobody has waited for yet; infinite if none comes. */
    double nextEvent(double clock) {
        boolean isOver = count > 0 && next >= count + (generatesAtStart ? 0 : 1);
        return Double.isNaN(startSeconds) || isOver ? Double.POSITIVE_INFINITY : event(next, clock);
    }

    /** Events that have come meanwhile count as one. */
    void consume(double nowSeconds, double clock) {
        long passed = (long) Math.floor((nowSeconds - startSeconds) / (delaySeconds * clock) * (1 + 1e-12));
        next = Math.max(next + 1, Math.min(passed + 1, Long.MAX_VALUE / 2));
    }

    private double event(long number, double clock) {
        return startSeconds + number * delaySeconds * clock;
    }
}
