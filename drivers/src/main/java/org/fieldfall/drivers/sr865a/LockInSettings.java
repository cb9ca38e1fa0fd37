package org.fieldfall.drivers.sr865a;

import java.time.Duration;

/**
 * A lock-in amplifier across a thermometer.
 *
 * @param timeConstantSeconds of its filter: 1 or 3 times a power of ten, from 1 us
 * @param replyWithin longest silence while a reply is due
 */
public record LockInSettings(double timeConstantSeconds, Duration replyWithin) {

    private static final double SMALLEST = 1e-6;
    private static final int MOST_INDEX = 21;

    public LockInSettings {
        if (index(timeConstantSeconds) < 0) {
            throw new IllegalArgumentException(
                    "a lock-in has time constants of 1 or 3 times a power of ten from 1 us to" + " 30 ks, not "
                            + timeConstantSeconds + " s");
        }
    }

    /** Its number in {@code OFLT}. */
    int filter() {
        return index(timeConstantSeconds);
    }

    private static int index(double seconds) {
        for (int i = 0; i <= MOST_INDEX; i++) {
            int decade = i / 2;
            double due = SMALLEST * (i % 2 == 0 ? 1 : 3) * Math.pow(10, decade);
            if (Math.abs(seconds - due) <= 1e-6 * due) {
                return i;
            }
        }
        return -1;
    }
}
