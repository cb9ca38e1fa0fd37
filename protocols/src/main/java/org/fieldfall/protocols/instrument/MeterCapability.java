package org.fieldfall.protocols.instrument;

/**
 * What a buffered meter can do.
 *
 * @param shortestIntervalSeconds fastest timed sampling
 * @param memoryReadings what fits into its memory; it bounds the time between two drains
 * @param mostReadings what one acquisition may take altogether
 * @param rawUnit unit of the raw readings, {@code V} or {@code Ohm}
 */
public record MeterCapability(double shortestIntervalSeconds, int memoryReadings, int mostReadings, String rawUnit) {}
