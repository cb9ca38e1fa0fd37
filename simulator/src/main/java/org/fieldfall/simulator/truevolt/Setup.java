package org.fieldfall.simulator.truevolt;

import org.fieldfall.simulator.scpi.Arguments;
import org.fieldfall.simulator.scpi.ScpiFault;

/** How the meter is set up, in its own seconds; new ones are as after {@code *RST}. */
final class Setup {

    static final double LINE_SECONDS = 0.02;
    static final double SHORTEST_APERTURE = 20e-6;

    private static final double[] RANGES = {0.1, 1, 10, 100, 1000};
    private static final double[] LINE_CYCLES = {0.001, 0.002, 0.006, 0.02, 0.06, 0.2, 1, 10, 100};
    private static final double OVERHEAD_SECONDS = 20e-6;

    double range = 10;
    boolean autoRange = true;
    double apertureSeconds = 10 * LINE_SECONDS;
    boolean autoZero = true;
    Source source = Source.IMMEDIATE;
    /** Which flank of a pulse counts; the pulses of this rig are so short that it is one. After *RST negative. */
    boolean negativeSlope = true;

    double delaySeconds;
    boolean autoDelay = true;
    int triggers = 1;
    int samples = 1;
    boolean timed;
    double timerSeconds = 1;

    /** What a measurement waits for. */
    enum Source {
        IMMEDIATE("IMMediate", "IMM"),
        EXTERNAL("EXTernal", "EXT"),
        BUS("BUS", "BUS");

        private final String keyword;
        private final String reply;

        Source(String keyword, String reply) {
            this.keyword = keyword;
            this.reply = reply;
        }

        String reply() {
            return reply;
        }

        static Source parse(String word) {
            for (Source source : values()) {
                if (Arguments.means(word, source.keyword)) {
                    return source;
                }
            }
            throw ScpiFault.illegalParameter();
        }
    }

    /** A fixed range, the smallest that holds the value. */
    void fixRange(double volts) {
        range = atLeast(RANGES, volts);
        autoRange = false;
    }

    void lineCycles(double cycles) {
        apertureSeconds = atLeast(LINE_CYCLES, cycles) * LINE_SECONDS;
    }

    /** The shortest time from one reading to the next; auto zero takes a second aperture. */
    double shortestInterval() {
        return apertureSeconds * (autoZero ? 2 : 1) + OVERHEAD_SECONDS;
    }

    boolean violatesTiming() {
        return timed && timerSeconds < shortestInterval();
    }

    double interval() {
        return timed ? Math.max(timerSeconds, shortestInterval()) : shortestInterval();
    }

    boolean isOverload(double volts) {
        double full = autoRange ? RANGES[RANGES.length - 1] : range;
        return Math.abs(volts) > (full == RANGES[RANGES.length - 1] ? full : 1.2 * full);
    }

    private static double atLeast(double[] choices, double wanted) {
        for (double choice : choices) {
            if (Math.abs(wanted) <= choice * (1 + 1e-9)) {
                return choice;
            }
        }
        throw ScpiFault.outOfRange();
    }
}
