package org.fieldfall.drivers.ami430;

/**
 * How a programmer is set up, whatever units it speaks in.
 *
 * @param teslaPerAmpere its coil constant
 * @param limitTesla the field at its current limit
 * @param hasSwitch whether a persistent switch is fitted
 */
public record AmiSetup(double teslaPerAmpere, double limitTesla, boolean hasSwitch) {}
