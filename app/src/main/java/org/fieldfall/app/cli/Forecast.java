package org.fieldfall.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.sample.SampleTheory;
import org.fieldfall.protocols.theory.balance.Isentrope;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.level.SpinModel;

/**
 * What the closed formulas say of one field quench, before any kinetics.
 *
 * @param suddenKelvin Tf of eq. (9)
 * @param isentropicKelvin Tf of eq. (11), empty where there is none
 * @param tauInitialSeconds eq. (10) at Ti; empty where the sample has no relaxation, as the next two
 * @param tauFinalSeconds eq. (10) at the sudden Tf
 * @param suddenValidBelowKelvin where eq. (10) gives 1 s, empty where it is shorter at any temperature
 * @param spread over which orientations the temperatures are averaged
 * @param warnings what speaks against these numbers
 */
record Forecast(
        double initialTesla,
        double finalTesla,
        double initialKelvin,
        double suddenKelvin,
        OptionalDouble isentropicKelvin,
        OptionalDouble tauInitialSeconds,
        OptionalDouble tauFinalSeconds,
        OptionalDouble suddenValidBelowKelvin,
        Spread spread,
        List<String> warnings) {

    private static final double SLOW_SECONDS = 1;

    /** Stands for no final temperature while values are compared. */
    private static final double NONE = 0;

    /**
     * How fine the average over orientations is.
     *
     * @param errorKelvin what the last refinement changed of a final temperature
     */
    record Spread(int orientations, double errorKelvin) {}

    Forecast {
        warnings = List.copyOf(warnings);
    }

    double suddenDeltaKelvin() {
        return suddenKelvin - initialKelvin;
    }

    OptionalDouble isentropicDeltaKelvin() {
        return isentropicKelvin.isPresent()
                ? OptionalDouble.of(isentropicKelvin.getAsDouble() - initialKelvin)
                : OptionalDouble.empty();
    }

    Json json() {
        var json = new Json()
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
        if (spread.orientations > 1) {
            json.put("orientations", spread.orientations).put("orientation_error_k", spread.errorKelvin);
        }
        return json.put("warnings", warnings);
    }

    /** Makes forecasts for one sample. */
    record Of(SampleTheory theory) {

        static Of sample(SampleConfig sample) {
            return new Of(SampleTheory.of(sample));
        }

        /** One a start temperature, of one change of the field. */
        List<Forecast> fieldQuenches(double fromTesla, double toTesla, List<Double> atKelvin) {
            atKelvin.forEach(theory::checkKelvin);
            var found = theory.spins().values(spin -> finals(spin, fromTesla, toTesla, atKelvin));
            var spread = new Spread(found.orientations(), found.error());
            var finals = found.values();
            return IntStream.range(0, atKelvin.size())
                    .mapToObj(i ->
                            forecast(fromTesla, toTesla, atKelvin.get(i), finals[2 * i], finals[2 * i + 1], spread))
                    .toList();
        }

        /** Of each start Tf of eq. (9) and that of eq. (11). */
        private double[] finals(SpinModel spin, double fromTesla, double toTesla, List<Double> atKelvin) {
            var sudden = new SuddenLimit(spin, theory.lattice()).between(fromTesla, toTesla);
            var isentrope = new Isentrope(spin, theory.lattice()).between(fromTesla, toTesla);
            return atKelvin.stream()
                    .flatMapToDouble(ti -> DoubleStream.of(
                            sudden.finalKelvin(ti), isentrope.finalKelvin(ti).orElse(NONE)))
                    .toArray();
        }

        private Forecast forecast(
                double fromTesla, double toTesla, double atKelvin, double sudden, double isentropic, Spread spread) {
            var law = theory.relaxation();
            return new Forecast(
                    fromTesla,
                    toTesla,
                    atKelvin,
                    sudden,
                    isentropic == NONE ? OptionalDouble.empty() : OptionalDouble.of(isentropic),
                    number(law.map(tau -> tau.seconds(atKelvin))),
                    number(law.map(tau -> tau.seconds(sudden))),
                    number(law.filter(tau -> tau.tau0Seconds() < SLOW_SECONDS)
                            .map(tau -> tau.kelvinWhere(SLOW_SECONDS))),
                    spread,
                    warnings(atKelvin, sudden, isentropic));
        }

        private List<String> warnings(double atKelvin, double sudden, double isentropic) {
            var validity = theory.validity();
            var doubts = Stream.of(
                    validity.doubt("Ti", atKelvin),
                    validity.doubt("Tf of eq. (9)", sudden),
                    isentropic == NONE ? Optional.<String>empty() : validity.doubt("Tf of eq. (11)", isentropic));
            return Stream.concat(doubts.flatMap(Optional::stream), theory.config().remarks().stream())
                    .toList();
        }

        private static OptionalDouble number(Optional<Double> value) {
            return value.stream().mapToDouble(Double::doubleValue).findFirst();
        }
    }
}
