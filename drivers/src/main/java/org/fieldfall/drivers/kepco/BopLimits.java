package org.fieldfall.drivers.kepco;

/** The largest current and voltage a supply says it can be set to, in the range in use. */
public record BopLimits(double amperes, double volts) {}
