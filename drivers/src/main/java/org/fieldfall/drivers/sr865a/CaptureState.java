package org.fieldfall.drivers.sr865a;

import org.fieldfall.drivers.scpi.Belief;
import org.fieldfall.drivers.scpi.ScpiLine;

/** What the driver knows of a capture: how it is set up, whether it runs, and how far it has been read afterwards. */
final class CaptureState {

    private final Belief configured;
    private final Belief running;
    private final Belief halted;
    private double intervalSeconds;
    private int asked;
    private int there;
    private int taken;
    private String whyNothing = "it was not started";

    CaptureState(ScpiLine line) {
        this.configured = new Belief(line);
        this.running = new Belief(line);
        this.halted = new Belief(line);
    }

    Belief configured() {
        return configured;
    }

    Belief running() {
        return running;
    }

    /** That it is over and its readings wait. */
    Belief halted() {
        return halted;
    }

    void isSetUp(double everySeconds, int readings, long generation) {
        intervalSeconds = everySeconds;
        asked = readings;
        configured.begin(generation);
    }

    void started() {
        taken = 0;
        running.begin(configured.since());
    }

    /** @param readings that it has taken, of which no more are read than were asked for */
    void halted(int readings) {
        there = Math.min(readings, asked);
        halted.begin(running.since());
        running.end();
    }

    void ended(String why) {
        running.end();
        halted.end();
        whyNothing = why;
    }

    double intervalSeconds() {
        return intervalSeconds;
    }

    int taken() {
        return taken;
    }

    int left() {
        return there - taken;
    }

    void took(int readings) {
        taken += readings;
    }

    String whyNothing() {
        return running.isOutdated() || halted.isOutdated()
                ? "the line was lost and opened again, and nobody knows what the lock-in did meanwhile"
                : whyNothing;
    }
}
