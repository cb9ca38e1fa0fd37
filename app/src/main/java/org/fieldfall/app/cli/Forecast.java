package org.fieldfall.app.cli;

import java.util.OptionalDouble;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.sample.SampleTheory;
import org.fieldfall.protocols.theory.balance.Isentrope;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;

/**
 * What the closed formulas say of one field quench, before any kinetics.
 *
 * @param suddenKelvin Tf of eq. (9)
 * @param isentropicKelvin Tf of eq. (11), empty where there is none
 * @param tauInitialSeconds eq. (10) at Ti
 * @param tauFinalSeconds eq. (10) at the sudden Tf
 * @param suddenValidBelowKelvin where eq. (10) gives 1 s, empty where it is shorter at any temperature
 */
record Forecast(
        double initialTesla,
        double finalTesla,
        double initialKelvin,
        double suddenKelvin,
        OptionalDouble isentropicKelvin,
        double tauInitialSeconds,
        double tauFinalSeconds,
        OptionalDouble suddenValidBelowKelvin) {

    private static final double SLOW_SECONDS = 1;

    /** Stands for no final temperature while values are compared. */
    private static final double NONE = 0;

    double suddenDeltaKelvin() {
        return suddenKelvin - initialKelvin;
    }

    OptionalDouble isentropicDeltaKelvin() {
        return isentropicKelvin.isPresent()
                ? OptionalDouble.of(isentropicKelvin.getAsDouble() - initialKelvin)
                : OptionalDouble.empty();
    }

    Json json() {
        return new Json()
                .put("initial_temperature_k", initialKelvin)
                .put("initial_field_t", initialTesla)
                .put("final_field_t", finalTesla)
                .put("sudden_delta_t_k", suddenDeltaKelvin())
                .put("sudden_final_k", suddenKelvin)
                .put("isentropic_delta_t_k", isentropicDeltaKelvin())
                .put("isentropic_final_k", isentropicKelvin)
                .put("tau_initial_s", tauInitialSeconds)
                .put("tau_final_s", tauFinalSeconds)
                .put("sudden_valid_below_k", suddenValidBelowKelvin);
    }

    /** Makes forecasts for one sample. */
    record Of(SampleTheory theory) {

        static Of sample(SampleConfig sample) {
            return new Of(SampleTheory.of(sample));
        }

        Forecast fieldQuench(double fromTesla, double toTesla, double atKelvin) {
            var found = theory.spins().values(spin -> new double[] {
                new SuddenLimit(spin, theory.lattice()).finalKelvin(fromTesla, toTesla, atKelvin),
                new Isentrope(spin, theory.lattice())
                        .finalKelvin(fromTesla, toTesla, atKelvin)
                        .orElse(NONE)
            });
            var suddenKelvin = found.values()[0];
            var isentropicKelvin = found.values()[1];
            var relaxation = theory.relaxation().orElseThrow();
            return new Forecast(
                    fromTesla,
                    toTesla,
                    atKelvin,
                    suddenKelvin,
                    isentropicKelvin == NONE ? OptionalDouble.empty() : OptionalDouble.of(isentropicKelvin),
                    relaxation.seconds(atKelvin),
                    relaxation.seconds(suddenKelvin),
                    slowBelowKelvin(relaxation));
        }

        private static OptionalDouble slowBelowKelvin(Arrhenius relaxation) {
            return relaxation.tau0Seconds() < SLOW_SECONDS
                    ? OptionalDouble.of(relaxation.kelvinWhere(SLOW_SECONDS))
                    : OptionalDouble.empty();
        }
    }
}
