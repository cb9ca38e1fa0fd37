package org.fieldfall.app.cli;

import java.util.OptionalDouble;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.protocols.theory.balance.Isentrope;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.AxialSpin;

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
    record Of(SuddenLimit sudden, Isentrope isentrope, Arrhenius relaxation) {

        static Of sample(SampleConfig sample) {
            var spin = new AxialSpin(
                    sample.spin().S(),
                    sample.spin().anisotropyKelvin(),
                    sample.spin().gParallel());
            var lattice =
                    new Debye(sample.lattice().debyeKelvin(), sample.lattice().debyeUnits());
            var relaxation = new Arrhenius(
                    sample.relaxation().barrierKelvin(), sample.relaxation().tau0Seconds());
            return new Of(new SuddenLimit(spin, lattice), new Isentrope(spin, lattice), relaxation);
        }

        Forecast fieldQuench(double fromTesla, double toTesla, double atKelvin) {
            var suddenKelvin = sudden.finalKelvin(fromTesla, toTesla, atKelvin);
            return new Forecast(
                    fromTesla,
                    toTesla,
                    atKelvin,
                    suddenKelvin,
                    isentrope.finalKelvin(fromTesla, toTesla, atKelvin),
                    relaxation.seconds(atKelvin),
                    relaxation.seconds(suddenKelvin),
                    slowBelowKelvin());
        }

        private OptionalDouble slowBelowKelvin() {
            return relaxation.tau0Seconds() < SLOW_SECONDS
                    ? OptionalDouble.of(relaxation.kelvinWhere(SLOW_SECONDS))
                    : OptionalDouble.empty();
        }
    }
}
