package org.fieldfall.drivers.scpi;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How one model wants to be spoken to.
 *
 * @param commandEnd what ends a command line; empty where every byte is a command
 * @param longestLine most characters of a command line, its end included
 * @param gap least time between the end of one write and the next
 * @param silence longest time without a byte while a reply is due
 * @param quiet time without a byte after which no late answer is under way
 * @param first a question that proves the line
 * @param second another one, whose answer looks different
 */
public record Dialect(
        String commandEnd, int longestLine, Duration gap, Duration silence, Duration quiet, Probe first, Probe second) {

    public Dialect {
        if (longestLine <= commandEnd.length()) {
            throw new IllegalArgumentException("a command line needs room before its end");
        }
        if (silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("a reply needs time, not " + silence.toMillis() + " ms");
        }
        if (first.query().equals(second.query())) {
            throw new IllegalArgumentException("the two probes must differ, both ask \"" + first.query() + "\"");
        }
    }

    /**
     * A model that has an error queue.
     *
     * @param ownName what its answer to {@code *IDN?} always holds
     */
    public Dialect(
            String commandEnd, int longestLine, Duration gap, Duration silence, Duration quiet, Pattern ownName) {
        this(commandEnd, longestLine, gap, silence, quiet, Probe.identity(ownName), Probe.ERROR_QUEUE);
    }
}
