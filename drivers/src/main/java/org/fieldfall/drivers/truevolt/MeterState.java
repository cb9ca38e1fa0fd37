package org.fieldfall.drivers.truevolt;

import org.fieldfall.drivers.scpi.Belief;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.protocols.instrument.Sampling;

/**
 * What the driver knows of its meter: how it is set up, and how far an acquisition has been drained. All of it is over when
 * the line is opened anew.
 */
final class MeterState {

    /** For what kind of readings the meter is set up. */
    enum Setup {
        UNKNOWN,
        SINGLE,
        TIMED
    }

    private final Belief configured;
    private final Belief running;
    private Setup setup = Setup.UNKNOWN;
    private String aperture = "";
    private Sampling sampling = new Sampling(1, 1, 1);
    private long taken;
    private int lossesInARow;
    private String whyNotRunning = "it was not started";

    MeterState(ScpiLine line) {
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

    Setup setup() {
        return configured.holds() ? setup : Setup.UNKNOWN;
    }

    void forgetSetup() {
        configured.end();
        aperture = "";
    }

    /** @param generation of the line before the first command of the setup */
    void isSetUp(Setup kind, long generation) {
        setup = kind;
        configured.begin(generation);
    }

    void isSetUp(Sampling asked, long generation) {
        sampling = asked;
        isSetUp(Setup.TIMED, generation);
    }

    /** The aperture in wire format; empty where it is not known. */
    String aperture() {
        return aperture;
    }

    void aperture(String onTheWire) {
        aperture = onTheWire;
    }

    Sampling sampling() {
        return sampling;
    }

    /** Readings taken out of the meter's memory so far, lost ones included. */
    long taken() {
        return taken;
    }

    void took(int readings) {
        taken += readings;
        lossesInARow = 0;
    }

    /** They are out of the memory and never came. */
    void lost(int readings) {
        taken += readings;
        lossesInARow++;
    }

    /** Lost blocks since the last one that came. */
    int lossesInARow() {
        return lossesInARow;
    }

    void started() {
        taken = 0;
        lossesInARow = 0;
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
