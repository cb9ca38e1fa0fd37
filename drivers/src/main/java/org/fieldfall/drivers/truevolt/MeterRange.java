package org.fieldfall.drivers.truevolt;

/**
 * What a meter says of its DC ranges.
 *
 * @param nowVolts the one in force; an acquisition sets its own
 * @param leastVolts smallest there is
 * @param mostVolts largest there is
 */
public record MeterRange(double nowVolts, double leastVolts, double mostVolts) {}
