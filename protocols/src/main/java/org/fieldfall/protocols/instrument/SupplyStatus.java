package org.fieldfall.protocols.instrument;

/**
 * What a field supply is doing now.
 *
 * @param isRunning a ramp program is on its way
 * @param isComplianceLimited the voltage limit, not the program, decides the current: the asked rate is not reached
 * @param isOutputOn the output drives the coil
 */
public record SupplyStatus(boolean isRunning, boolean isComplianceLimited, boolean isOutputOn) {}
