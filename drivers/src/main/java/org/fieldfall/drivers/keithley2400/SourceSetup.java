package org.fieldfall.drivers.keithley2400;

/**
 * How a source is found.
 *
 * @param complianceVolts its voltage limit
 * @param levelAmperes current it is set to
 * @param isOn whether it sources it
 */
public record SourceSetup(double complianceVolts, double levelAmperes, boolean isOn) {}
