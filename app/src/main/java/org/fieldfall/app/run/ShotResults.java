package org.fieldfall.app.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fieldfall.protocols.analysis.Comparison;
import org.fieldfall.protocols.analysis.Result;

/**
 * What a swept shot shows, number by number, and what it is worth. Numbers a shot did not reach are not there.
 *
 * @param numbers each with its uncertainty, its unit and how it was come by
 * @param heatBudget standard uncertainty of the whole heat by each source, J
 * @param comparisons measured numbers beside what theory says of them
 * @param thermometry does the thermometry agree with itself? no model of the spins is in it
 * @param model does the two-well kinetics agree with the trace?
 */
public record ShotResults(
        @JsonProperty("numbers") List<Finding> numbers,
        @JsonProperty("heat_budget_j") Map<String, Double> heatBudget,
        @JsonProperty("comparisons") List<Compared> comparisons,
        @JsonProperty("thermometry") Judgement thermometry,
        @JsonProperty("model") Judgement model) {

    public ShotResults {
        numbers = List.copyOf(numbers);
        heatBudget = Collections.unmodifiableMap(new LinkedHashMap<>(heatBudget));
        comparisons = List.copyOf(comparisons);
    }

    /** One number. */
    public record Finding(
            @JsonProperty("name") String name,
            @JsonProperty("value") double value,
            @JsonProperty("sigma") double sigma,
            @JsonProperty("unit") String unit,
            @JsonProperty("method") String method) {

        static Finding of(Result result) {
            return new Finding(
                    result.name(), result.number().value(), result.number().sigma(), result.unit(), result.method());
        }
    }

    /** Two numbers side by side, in one unit; apart by so many of their standard uncertainties together. */
    public record Compared(
            @JsonProperty("of") String of,
            @JsonProperty("measured") double measured,
            @JsonProperty("measured_sigma") double measuredSigma,
            @JsonProperty("with") String with,
            @JsonProperty("expected") double expected,
            @JsonProperty("expected_sigma") double expectedSigma,
            @JsonProperty("in_sigma") double pull) {

        static Compared of(Comparison comparison) {
            return new Compared(
                    comparison.of(),
                    comparison.measured().value(),
                    comparison.measured().sigma(),
                    comparison.with(),
                    comparison.expected().value(),
                    comparison.expected().sigma(),
                    comparison.pull());
        }

        /** True if a number is not there to be compared with or both are closer than {@link Comparison#AGREE_SIGMA}. */
        boolean agrees() {
            return !(Math.abs(pull) > Comparison.AGREE_SIGMA);
        }
    }

    /** Checks and what they come to. */
    public record Judgement(
            @JsonProperty("agrees") boolean agrees,
            @JsonProperty("verdict") String verdict,
            @JsonProperty("checks") List<Compared> checks) {

        public Judgement {
            checks = List.copyOf(checks);
        }
    }
}
