package org.fieldfall.protocols.analysis;

/**
 * When the field moved, seen by the thermometer itself: the pick-up of dB/dt in its leads steps at both edges, and the
 * prompt drop of the crystal starts and ends there.
 *
 * @param startSeconds start of the ramp on the thermometer's clock
 * @param durationSeconds length of the ramp
 * @param endKelvin temperature of the crystal at the end of the ramp, lags taken out
 * @param pickUpKelvin apparent temperature that the pick-up adds during the ramp; of infinite uncertainty where the edges
 *     were not looked for in the trace but taken from other clocks
 * @param lagSeconds time by which the thermometer follows the crystal
 */
public record RampEdges(
        Uncertain startSeconds,
        Uncertain durationSeconds,
        Uncertain endKelvin,
        Uncertain pickUpKelvin,
        Uncertain lagSeconds) {

    /** True if the trace itself shows where the ramp is. */
    public boolean isSeen() {
        return Double.isFinite(pickUpKelvin.sigma());
    }

    public double endSeconds() {
        return startSeconds.value() + durationSeconds.value();
    }
}
