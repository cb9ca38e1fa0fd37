package org.fieldfall.protocols.analysis;

/**
 * What the temperature did at once, as if the ramp had been a step in its middle: fore and after drift, each an exponential,
 * extrapolated to the step (hybrid exponential extrapolation, Rev. Sci. Instrum. 79, 123906 (2008)). Slow heat that starts in
 * the ramp belongs to the after drift, so that it is not counted.
 *
 * <p>The uncertainty holds the noise, where in the ramp the step is put (anywhere, evenly), and what another length of the after
 * drift changes.
 */
final class PromptStep {

    static final String METHOD = "exponential extrapolation of fore and after drift to the middle of the ramp";

    private static final double AFTER_SECONDS = 1;
    private static final double LAGS_TO_SKIP = 5;

    private PromptStep() {}

    /**
     * Finds it.
     *
     * @param start platform just before the ramp, fore drift extrapolated
     * @param noiseKelvin scatter of one reading
     */
    static Uncertain of(TraceBins bins, double[] kelvin, RampEdges edges, Uncertain start, double noiseKelvin) {
        double ramp = edges.durationSeconds().value();
        double first = ramp + LAGS_TO_SKIP * edges.lagSeconds().value();
        ExponentialFit whole = ExponentialFit.of(bins, kelvin, first, first + AFTER_SECONDS, noiseKelvin);
        ExponentialFit half = ExponentialFit.of(bins, kelvin, first, first + AFTER_SECONDS / 2, noiseKelvin);
        double lag = edges.lagSeconds().value();
        double step = ramp / 2;
        Uncertain level = whole.at(step + lag);
        double placed = whole.slopeAt(step + lag) * ramp / Math.sqrt(12);
        return level.minus(start)
                .blurredBy(placed)
                .blurredBy(half.at(step + lag).value() - level.value());
    }
}
