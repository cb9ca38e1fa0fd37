package org.fieldfall.protocols.instrument;

/**
 * The field a supply measures itself to make.
 *
 * @param amperes raw reading of the supply
 * @param tesla the reading times the coil constant
 */
public record FieldReading(double amperes, double tesla) {}
