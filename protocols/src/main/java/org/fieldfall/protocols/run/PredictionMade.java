package org.fieldfall.protocols.run;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The theory predicted a curve.
 *
 * @param name what kind of curve, as in {@code two-well}
 * @param seconds rig times of the points, ascending
 * @param kelvin predicted lattice temperatures at these times
 */
public record PredictionMade(double rigSeconds, String name, double[] seconds, double[] kelvin) implements RunEvent {

    public PredictionMade {
        if (seconds.length != kelvin.length) {
            throw new IllegalArgumentException(
                    "a curve needs as many times as temperatures, not " + seconds.length + " and " + kelvin.length);
        }
    }

    /** The curve at a rig time, on straight lines between its points; empty before the first and after the last. */
    public OptionalDouble kelvinAt(double atSeconds) {
        int found = Arrays.binarySearch(seconds, atSeconds);
        if (found >= 0) {
            return OptionalDouble.of(kelvin[found]);
        }
        int next = -found - 1;
        if (next == 0 || next == seconds.length) {
            return OptionalDouble.empty();
        }
        double part = (atSeconds - seconds[next - 1]) / (seconds[next] - seconds[next - 1]);
        return OptionalDouble.of(kelvin[next - 1] + part * (kelvin[next] - kelvin[next - 1]));
    }
}
