package org.fieldfall.protocols.run;

/**
 * One polled value, in host time.
 *
 * @param rigSeconds when the answer was in the host's hands
 * @param raw the instrument's own number, in {@code rawUnit}
 * @param value the number derived from it, in {@code unit}; NaN if invalid
 */
public record ScalarRead(double rigSeconds, String channel, double raw, String rawUnit, double value, String unit)
        implements RunEvent {}
