package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictTest {

    @Test
    void agreesWithTheReferencePoint() throws Exception {
        var point = json("--sample", "mn12ac-paper", "--from", "1T", "--to", "0.1T", "--at", "4K");

        // physics.md §1.3 and §1.2
        assertThat(point.get("sudden_final_k").doubleValue()).isCloseTo(2.05314, within(5e-6));
        assertThat(point.get("sudden_delta_t_k").doubleValue()).isCloseTo(2.05314 - 4, within(5e-6));
        assertThat(point.get("isentropic_final_k").doubleValue()).isCloseTo(0.96596, within(5e-6));
        assertThat(point.get("isentropic_delta_t_k").doubleValue()).isCloseTo(0.96596 - 4, within(5e-6));
        assertThat(point.get("tau_initial_s").doubleValue()).isCloseTo(10.4, within(0.05));
        assertThat(point.get("tau_final_s").doubleValue())
                .isCloseTo(
                        1.614e-7 * Math.exp(71.94 / point.get("sudden_final_k").doubleValue()), within(1e-3));
        assertThat(point.get("sudden_valid_below_k").doubleValue()).isCloseTo(4.60, within(0.005));
    }

    @Test
    void theExperimentIsSlowBelowFourKelvin() throws Exception {
        var point = json("--sample", "mn12ac-experiment", "--from", "1T", "--to", "0.1T", "--at", "4K");

        assertThat(point.get("sudden_valid_below_k").doubleValue()).isCloseTo(4.00, within(0.005));
    }

    @Test
    void onePointHasTheseKeys() throws Exception {
        var point = json("--sample", "mn12ac-paper", "--from", "1T", "--to", "0.1T", "--at", "4K");

        assertThat(point.fieldNames())
                .toIterable()
                .containsExactly(
                        "initial_temperature_k",
                        "initial_field_t",
                        "final_field_t",
                        "sudden_delta_t_k",
                        "sudden_final_k",
                        "isentropic_delta_t_k",
                        "isentropic_final_k",
                        "tau_initial_s",
                        "tau_final_s",
                        "sudden_valid_below_k",
                        "warnings");
    }

    @Test
    void anIsentropeThatIsNotThereIsNull() throws Exception {
        var point = json("--sample", "mn12ac-paper", "--from", "1T", "--to", "0T", "--at", "4K");

        assertThat(point.get("isentropic_final_k").isNull()).isTrue();
        assertThat(point.get("isentropic_delta_t_k").isNull()).isTrue();
        assertThat(point.get("sudden_final_k").doubleValue()).isCloseTo(3.77772, within(5e-6));
    }

    @Test
    void aGridRunsFromToAtWithTheLastFastest() throws Exception {
        var grid =
                json("--sample", "mn12ac-paper", "--from", "0.5T:1T:0.5T", "--to", "300mT,0.1T", "--at", "3K:4K:0.5K");

        assertThat(grid.fieldNames()).toIterable().containsExactly("points");
        var order = new ArrayList<List<Double>>();
        for (var bi : List.of(0.5, 1.0)) {
            for (var bf : List.of(0.3, 0.1)) {
                for (var ti : List.of(3.0, 3.5, 4.0)) {
                    order.add(List.of(bi, bf, ti));
                }
            }
        }
        assertThat(grid.get("points")).extracting(PredictTest::place).isEqualTo(order);
        assertThat(grid.get("points").get(0).get("sudden_final_k").doubleValue())
                .isCloseTo(2.31491, within(5e-6));
    }

    @Test
    void printsATableForPeople() {
        var terminal = Terminal.fieldfall("predict", "--sample=mn12ac-paper", "--from=1T", "--to=0T,0.1T", "--at=4K");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out().lines())
                .containsExactly(
                        "mn12ac-paper, theory only (no kinetics, link or addenda)",
                        "     Bi/T      Bf/T      Ti/K    Tf(9)/K    ΔT(9)/K   Tf(11)/K   ΔT(11)/K   tau(Ti)/s   tau(Tf)/s",
                        "        1         0         4    3.77772   -0.22228       none       none        10.4        30.1",
                        "        1       0.1         4    2.05314   -1.94686    0.96596   -3.03404        10.4    2.66e+08",
                        "(9) sudden limit, (11) isentrope; tau = 1 s at 4.59993 K");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1T|0.1T|4|Invalid value for option '--at': came \"4\" (no unit), due a temperature from 1 mK to 1000 K, like 4 K",
                "1T|0.1T|4T|Invalid value for option '--at': came \"4T\" (wrong unit T), due a temperature from 1 mK to 1000 K, like 4 K",
                "1T|0.1T|-4K|Invalid value for option '--at': came \"-4K\" (out of range), due a temperature from 1 mK to 1000 K, like 4 K",
                "1T|0.1T|0K:4K:1K|Invalid value for option '--at': came \"0K:4K:1K\" (out of range), due a temperature from 1 mK to 1000 K, like 4 K",
                "1T|0.1|4K|Invalid value for option '--to': came \"0.1\" (no unit), due a field within 100 T, like 0.1 T",
                "1 Tesla|0.1T|4K|Invalid value for option '--from': came \"1 Tesla\" (unknown unit Tesla), due a field within 100 T, like 0.1 T",
                "1T:2T|0.1T|4K|Invalid value for option '--from': came \"1T:2T\" (neither a value nor a range from:to:step), due a field within 100 T, like 0.1 T",
                "1T:2T:0T|0.1T|4K|Invalid value for option '--from': came \"1T:2T:0T\" (a step of zero), due a field within 100 T, like 0.1 T",
                "1T|0.1T|1e-5K|Invalid value for option '--at': came \"1e-5K\" (out of range), due a temperature from 1 mK to 1000 K, like 4 K",
                "1T|1e9T|4K|Invalid value for option '--to': came \"1e9T\" (out of range), due a field within 100 T, like 0.1 T",
                "NaNT|0.1T|4K|Invalid value for option '--from': came \"NaNT\" (not a number), due a field within 100 T, like 0.1 T",
                "1T,|0.1T|4K|Invalid value for option '--from': came \"1T,\" (not a number), due a field within 100 T, like 0.1 T",
            })
    void aBadValueIsAnErrorOfUsage(String from, String to, String at, String message) {
        var terminal = Terminal.fieldfall("predict", "--sample=mn12ac-paper", "--from", from, "--to", to, "--at", at);

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isEqualTo("fieldfall: " + message + "\nTry 'fieldfall predict --help'.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--from=1T --to=0.1T|missing --at (or --figure and --output)",
                "--from=1T --to=0.1T --at=4K --at=5K|option '--at' (VALUES) should be specified only once",
                "--from=1T --to=0.1T --at=4K extra|Unmatched argument at index 5: 'extra'",
                "--form=1T --to=0.1T --at=4K|Unknown option: '--form=1T'; Possible solutions: --from",
                "--from --to=0.1T --at=4K|Expected parameter for option '--from' but found '--to=0.1T'",
                "--from=0T:1T:1e-4T --to=0T:1T:1e-4T --at=4K|the grid has 100020001 points, due at most 1000000",
            })
    void aBadCallIsOneErrorOfUsage(String options, String message) {
        var arguments = new ArrayList<>(List.of("predict", "--sample=mn12ac-paper"));
        arguments.addAll(List.of(options.split(" ", -1)));

        var terminal = Terminal.fieldfall(arguments.toArray(String[]::new));

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).startsWith("fieldfall: " + message.split(";", -1)[0]);
        assertThat(terminal.err())
                .endsWith("\nTry 'fieldfall predict --help'.\n")
                .doesNotContain("\tat ");
    }

    @Test
    void aTimeBeyondAllNumbersIsSaidToBe() {
        var terminal = Terminal.fieldfall("predict", "--sample=mn12ac-paper", "--from=1T", "--to=0T", "--at=50mK");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).contains("tau at Ti     >1e308 s").doesNotContain("Infinity");
    }

    @Test
    void anUnknownSampleIsAnErrorOfConfiguration() {
        var terminal = Terminal.fieldfall("predict", "--sample=mn12", "--from=1T", "--to=0T", "--at=4K");

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualTo(
                        "fieldfall: configuration: 1 problem\n  ../config/samples/mn12.yaml: came no such file,"
                                + " due one of cu-nitrate-dimer, cu3-ring, fe8, mn12ac-experiment, mn12ac-full, mn12ac-paper, ni-scorpionate (nearest: mn12ac-full)\n");
    }

    private static JsonNode json(String... options) throws Exception {
        var arguments = new ArrayList<>(List.of("predict", "--json"));
        arguments.addAll(List.of(options));
        var terminal = Terminal.fieldfall(arguments.toArray(String[]::new));
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.exitCode()).isZero();
        return new ObjectMapper().readTree(terminal.out());
    }

    private static List<Double> place(JsonNode point) {
        return List.of(
                point.get("initial_field_t").doubleValue(),
                point.get("final_field_t").doubleValue(),
                point.get("initial_temperature_k").doubleValue());
    }
}
