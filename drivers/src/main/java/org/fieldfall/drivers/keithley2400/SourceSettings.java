package org.fieldfall.drivers.keithley2400;

import java.time.Duration;

/**
 * A source meter that feeds a thermometer.
 *
 * @param largestAmperes limit of the current's magnitude
 * @param complianceVolts voltage limit
 * @param relativeSigma how well the current is known
 * @param replyWithin longest silence while a reply is due; a reading takes a part of it
 */
public record SourceSettings(
        double largestAmperes, double complianceVolts, double relativeSigma, Duration replyWithin) {

    // The 2400's own ends.
    private static final double MOST_AMPERES = 1.05;
    private static final double MOST_VOLTS = 210;

    public SourceSettings {
        if (!(largestAmperes > 0 && largestAmperes <= MOST_AMPERES)
                || !(complianceVolts > 0 && complianceVolts <= MOST_VOLTS)
                || !(relativeSigma >= 0)) {
            throw new IllegalArgumentException("a 2400 sources up to " + MOST_AMPERES + " A at up to " + MOST_VOLTS
                    + " V, not " + largestAmperes + " A at " + complianceVolts + " V known to " + relativeSigma);
        }
    }
}
