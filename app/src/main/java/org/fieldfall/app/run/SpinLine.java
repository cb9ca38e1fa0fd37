package org.fieldfall.app.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fieldfall.protocols.fieldquench.SpinState;

/**
 * Where the spins stood just before the sweep, by the two-well kinetics along the measured temperature and field from a start
 * that is not known. What any start leaves open is a bound, not a standard uncertainty.
 *
 * @param upperPopulation share of the main species' spins in the upper well
 * @param halfGap half of what the start leaves open
 * @param frozenKelvin temperature at which that population is the one of equilibrium; NaN where they follow, or none is
 * @param departureAtMost largest distance from equilibrium that any start leaves
 * @param heatJoule what the departure adds to the heat the spins take up
 * @param heatHalfGapJoule half of what the start leaves open in it
 * @param deltaKelvin what it adds to the completed ΔT
 * @param deltaHalfGapKelvin likewise
 * @param words all of it
 */
public record SpinLine(
        @JsonProperty("temperature_k") double kelvin,
        @JsonProperty("field_t") double tesla,
        @JsonProperty("upper_population") double upperPopulation,
        @JsonProperty("upper_population_half_gap") double halfGap,
        @JsonProperty("equilibrium_upper_population") double equilibriumUpperPopulation,
        @JsonProperty("frozen_at_k") double frozenKelvin,
        @JsonProperty("departure_at_most") double departureAtMost,
        @JsonProperty("departure_allowed") double within,
        @JsonProperty("departure_heat_j") double heatJoule,
        @JsonProperty("departure_heat_half_gap_j") double heatHalfGapJoule,
        @JsonProperty("departure_delta_t_k") double deltaKelvin,
        @JsonProperty("departure_delta_t_half_gap_k") double deltaHalfGapKelvin,
        @JsonProperty("words") String words) {

    static SpinLine of(SpinState state) {
        return new SpinLine(
                state.kelvin(),
                state.tesla(),
                state.upperPopulation().value(),
                state.upperPopulation().sigma(),
                state.equilibriumUpperPopulation(),
                state.frozenKelvin().orElse(Double.NaN),
                state.departureAtMost(),
                state.within(),
                state.heatJoule().value(),
                state.heatJoule().sigma(),
                state.deltaKelvin().value(),
                state.deltaKelvin().sigma(),
                state.words());
    }
}
