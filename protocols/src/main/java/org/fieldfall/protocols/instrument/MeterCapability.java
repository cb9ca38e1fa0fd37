package org.fieldfall.protocols.instrument;

/**
 * What a buffered meter can do.
 *
 * @param shortestIntervalSeconds fastest timed sampling
 * @param memoryReadings what fits into its memory; it bounds the time between two drains
 * @param mostReadings what one acquisition may take altogether
 * @param rawUnit unit of the raw readings, {@code V} or {@code Ohm}
 * @param isDrainedAfterStop its memory can be read only once the acquisition is over; while it goes on, {@link
 *     BufferedMeter#glance} tells one value at a time
 */
public record MeterCapability(
        double shortestIntervalSeconds,
        int memoryReadings,
        int mostReadings,
        String rawUnit,
        boolean isDrainedAfterStop) {

    /** Of a meter that is drained while it acquires. */
    public MeterCapability(double shortestIntervalSeconds, int memoryReadings, int mostReadings, String rawUnit) {
        this(shortestIntervalSeconds, memoryReadings, mostReadings, rawUnit, false);
    }
}
