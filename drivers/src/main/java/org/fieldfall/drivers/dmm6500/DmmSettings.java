package org.fieldfall.drivers.dmm6500;

import java.time.Duration;

/**
 * A DMM6500 in DC volts.
 *
 * @param rangeVolts fixed range: 0.1, 1, 10, 100 or 1000 V
 * @param replyWithin longest silence while a reply is due, beyond the time a reading takes
 */
public record DmmSettings(double rangeVolts, Duration replyWithin) {

    public DmmSettings {
        if (rangeVolts != 0.1 && rangeVolts != 1 && rangeVolts != 10 && rangeVolts != 100 && rangeVolts != 1000) {
            throw new IllegalArgumentException("no such DC range: " + rangeVolts + " V; 0.1, 1, 10, 100 or 1000 V are");
        }
    }
}
