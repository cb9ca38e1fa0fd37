package org.fieldfall.app.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.fieldfall.app.store.Manifest;

/**
 * What a run came to, as {@code --json} prints it and {@code summary.json} keeps it. Numbers a run did not reach are null
 * there (NaN here). Temperature differences count from the baseline just before the ramp; negative is cooling.
 *
 * @param source {@code simulator} or {@code rig}
 * @param status {@code success}, {@code aborted} or {@code failed}
 * @param verdict what it shows, in words
 * @param rateSource where the achieved rate comes from while there is no field monitor
 * @param equilibrium where the spins stood before the sweep; empty if the shot did not come so far
 * @param results heat taken up, drifts, comparisons and judgements, of the first shot that sweeps the field
 * @param shots every shot of the run; the numbers above are of the first that sweeps the field
 * @param phases of all shots, each with the mark it earned and the reason
 * @param lineTiming how each line did over the run; empty where the record does not tell
 * @param warnings what the plan warned of
 * @param remarks what a reader of the data must know
 */
public record ShotSummary(
        @JsonProperty("source") String source,
        @JsonProperty("status") String status,
        @JsonProperty("verdict") String verdict,
        @JsonProperty("why") String why,
        @JsonProperty("run_folder") String runFolder,
        @JsonProperty("lines") Map<String, String> lines,
        @JsonProperty("is_safe") boolean isSafe,
        @JsonProperty("initial_temperature_k") double initialKelvin,
        @JsonProperty("initial_temperature_sigma_k") double initialSigmaKelvin,
        @JsonProperty("initial_field_t") double initialTesla,
        @JsonProperty("final_field_t") double finalTesla,
        @JsonProperty("field_before_t") double beforeTesla,
        @JsonProperty("field_after_t") double afterTesla,
        @JsonProperty("rate_asked_t_per_s") double rateAsked,
        @JsonProperty("rate_achieved_t_per_s") double rateAchieved,
        @JsonProperty("rate_achieved_sigma_t_per_s") double rateAchievedSigma,
        @JsonProperty("rate_source") Optional<String> rateSource,
        @JsonProperty("relaxation_times_waited") double relaxationTimesWaited,
        @JsonProperty("equilibrium") Optional<SpinLine> equilibrium,
        @JsonProperty("drift_k_per_s") double driftKelvinPerSecond,
        @JsonProperty("sudden_delta_t_k") double suddenDelta,
        @JsonProperty("sudden_with_addenda_delta_t_k") double suddenWithAddendaDelta,
        @JsonProperty("completed_delta_t_k") double completedDelta,
        @JsonProperty("isentropic_delta_t_k") double isentropicDelta,
        @JsonProperty("share_in_ramp") double shareInRamp,
        @JsonProperty("points") List<Point> points,
        @JsonProperty("peak") Optional<Point> peak,
        @JsonProperty("results") Optional<ShotResults> results,
        @JsonProperty("shots") List<ShotLine> shots,
        @JsonProperty("phases") List<PhaseLine> phases,
        @JsonProperty("line_timing") List<LineTiming> lineTiming,
        @JsonProperty("warnings") List<String> warnings,
        @JsonProperty("remarks") List<String> remarks) {

    public ShotSummary {
        lines = Collections.unmodifiableMap(new TreeMap<>(lines));
        points = List.copyOf(points);
        shots = List.copyOf(shots);
        phases = List.copyOf(phases);
        // Not in the summaries of earlier versions.
        lineTiming = List.copyOf(Objects.requireNonNullElse(lineTiming, List.of()));
        warnings = List.copyOf(warnings);
        remarks = List.copyOf(remarks);
    }

    /** What the data are worth, however the run ended. */
    public Manifest.DataQuality quality() {
        boolean isMeasured = !points.isEmpty()
                || shots.stream().anyMatch(line -> !line.figures().isEmpty());
        if (!isMeasured) {
            return new Manifest.DataQuality("failed", List.of("nothing could be measured"));
        }
        return new Manifest.DataQuality(remarks.isEmpty() ? "good" : "marked", remarks);
    }

    /** Prediction and measurement at one time after the end of the ramp. */
    public record Point(
            @JsonProperty("after_ramp_s") double afterRampSeconds,
            @JsonProperty("predicted_delta_t_k") double predicted,
            @JsonProperty("predicted_sigma_k") double predictedSigma,
            @JsonProperty("measured_delta_t_k") double measured,
            @JsonProperty("measured_sigma_k") double measuredSigma) {

        /** Measured minus predicted in units of their uncertainty together. */
        public double pull() {
            return (measured - predicted) / Math.hypot(predictedSigma, measuredSigma);
        }
    }
}
