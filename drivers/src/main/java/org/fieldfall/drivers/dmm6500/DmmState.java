package org.fieldfall.drivers.dmm6500;

import java.util.Optional;
import org.fieldfall.drivers.scpi.Belief;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.protocols.instrument.Sampling;

/**
 * What the driver knows of its meter: how it is set up, and how far its buffer has been read. All of it is over when the
 * line is opened anew.
 */
final class DmmState {

    private final Belief configured;
    private final Belief running;
    /** Empty while it is set up for single readings. */
    private Optional<Sampling> timed = Optional.empty();

    private String aperture = "";
    private int taken;
    private String whyNotRunning = "it was not started";

    DmmState(ScpiLine line) {
        this.configured = new Belief(line);
        this.running = new Belief(line);
    }

    /** That it is set up. */
    Belief configured() {
        return configured;
    }

    /** That it acquires. */
    Belief running() {
        return running;
    }

    boolean isSingle() {
        return configured.holds() && timed.isEmpty();
    }

    boolean isTimed() {
        return configured.holds() && timed.isPresent();
    }

    void forgetSetup() {
        configured.end();
        timed = Optional.empty();
        aperture = "";
    }

    /** @param generation of the line before the first command of the setup */
    void isSetUpForSingles(long generation) {
        timed = Optional.empty();
        configured.begin(generation);
    }

    /** @param generation of the line before the first command of the setup */
    void isSetUp(Sampling sampling, long generation) {
        timed = Optional.of(sampling);
        configured.begin(generation);
    }

    /** The aperture in wire format; empty where it is not known. */
    String aperture() {
        return aperture;
    }

    void aperture(String onTheWire) {
        aperture = onTheWire;
    }

    /** Of the acquisition that runs. */
    Sampling sampling() {
        return timed.orElseThrow();
    }

    /** Readings drained so far. */
    int taken() {
        return taken;
    }

    void took(int readings) {
        taken += readings;
    }

    void started() {
        taken = 0;
        running.begin(configured.since());
    }

    void ended(String why) {
        running.end();
        whyNotRunning = why;
    }

    /** Why there is nothing to drain. */
    String whyNotRunning() {
        return running.isOutdated()
                ? "the line was lost and opened again after reading number " + taken
                        + ", and nobody knows what the meter did meanwhile"
                : whyNotRunning;
    }
}
