package org.fieldfall.drivers.truevolt;

import java.time.Duration;

/**
 * A Truevolt meter in DC volts.
 *
 * @param rangeVolts fixed range: 0.1, 1, 10, 100 or 1000 V
 * @param replyWithin longest silence while a reply is due, beyond the time a reading takes
 */
public record TruevoltSettings(double rangeVolts, Duration replyWithin) {

    public TruevoltSettings {
        if (rangeVolts != 0.1 && rangeVolts != 1 && rangeVolts != 10 && rangeVolts != 100 && rangeVolts != 1000) {
            throw new IllegalArgumentException("no such DC range: " + rangeVolts + " V; 0.1, 1, 10, 100 or 1000 V are");
        }
    }
}
