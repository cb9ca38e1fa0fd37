package org.fieldfall.protocols.instrument;

/**
 * How a meter shall fill its own memory on its own clock.
 *
 * @param intervalSeconds from one reading to the next
 * @param apertureSeconds how long each reading integrates
 * @param readings how many in all
 * @param isTriggered the first reading waits for an edge on the shared trigger line; else for nothing
 */
public record Sampling(double intervalSeconds, double apertureSeconds, int readings, boolean isTriggered) {

    public Sampling {
        if (!(apertureSeconds > 0) || intervalSeconds < apertureSeconds || readings < 1) {
            throw new IllegalArgumentException("impossible sampling: " + readings + " readings of " + apertureSeconds
                    + " s every " + intervalSeconds + " s");
        }
    }

    public Sampling(double intervalSeconds, double apertureSeconds, int readings) {
        this(intervalSeconds, apertureSeconds, readings, false);
    }

    public double durationSeconds() {
        return intervalSeconds * readings;
    }
}
