package org.fieldfall.protocols.instrument;

/**
 * Consecutive buffered readings in the instrument's own time.
 *
 * <p>Reading {@code i} of the block was taken {@code (firstIndex + i) * intervalSeconds} after the first reading of the
 * acquisition, on the instrument's clock. A reading the instrument marked invalid (overload, no data) is NaN.
 *
 * @param firstIndex how many readings of this acquisition came before
 * @param raw readings in the instrument's own unit; owned by the block, not to be changed
 */
public record SampleBlock(long firstIndex, double intervalSeconds, double[] raw) {

    public SampleBlock {
        if (firstIndex < 0 || !(intervalSeconds > 0)) {
            throw new IllegalArgumentException(
                    "impossible block: first index " + firstIndex + ", interval " + intervalSeconds + " s");
        }
    }

    public int size() {
        return raw.length;
    }
}
