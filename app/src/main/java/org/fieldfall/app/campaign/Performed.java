package org.fieldfall.app.campaign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.fieldfall.app.store.EndStatus;

/**
 * What became of an attempt at a shot.
 *
 * @param runFolder below the folder of all runs; empty if it never came to one
 * @param status how the run ended; recovered or unknown if it was broken off
 * @param quality {@code good}, {@code marked}, {@code failed} or {@code unknown}
 * @param verdict what it shows, in words
 * @param seconds of rig time
 * @param figures numbers by name, the unit in the name
 * @param isSound the rig was seen in its safe state and the record is whole; if not, nobody should go on unattended
 */
public record Performed(
        String runFolder,
        EndStatus status,
        String why,
        String quality,
        String verdict,
        double seconds,
        Map<String, Double> figures,
        boolean isSound) {

    public Performed {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** An attempt that came to nothing. */
    static Performed nothing(EndStatus status, String why, boolean isSound) {
        return new Performed("", status, why, "unknown", "", 0, Map.of(), isSound);
    }

    /** ΔT at 10 s after the ramp, in kelvin, where the shot has one. */
    public static OptionalDouble deltaKelvin(Map<String, Double> figures) {
        return figure(figures, "measured_delta_t_10_s_k");
    }

    /** Its standard uncertainty. */
    public static OptionalDouble deltaSigmaKelvin(Map<String, Double> figures) {
        return figure(figures, "measured_sigma_10_s_k");
    }

    private static OptionalDouble figure(Map<String, Double> figures, String name) {
        Double value = figures.get(name);
        return value == null || value.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
