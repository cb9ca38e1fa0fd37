package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rig reaches by a time, as the command line answers it. */
class PredictReachTest {

    private static final double MOLES = 4.0e-6 / 2.06017;
    private static final Debye PHONONS = new Debye(38, 1);
    private static final AxialSpin SPIN = new AxialSpin(10, -0.5 * Constants.KELVIN_PER_WAVENUMBER, 2.05);

    @TempDir
    Path folder;

    /** experiment.md §2; the twin's internal time, 10 ms, is not in its model and makes 2 mK at the end of the ramp. */
    @ParameterizedTest
    @CsvSource({
        "experiment, -0.247, -0.502, -0.799, -0.734, -0.563, -0.066, -0.826, 20, -2.026, 17.58",
        "paper, -0.191, -0.237, -0.412, -0.486, -0.449, -0.148, -0.493, 41, -1.960, 17.15"
    })
    void isTheFirstShotOnTheTwin(
            String relaxation,
            double atEnd,
            double at1,
            double at10,
            double at60,
            double at100,
            double at300,
            double peak,
            double peakSeconds,
            double completed,
            double microjoule)
            throws Exception {
        var shot = firstShot("twin", relaxation, "0s,1s,10s,60s,100s,300s");

        assertThat(values(shot.get("reached"), "delta_t_k"))
                .containsExactly(new double[] {atEnd, at1, at10, at60, at100, at300}, within(3e-3));
        assertThat(shot.get("reached").get(5).get("coldest_delta_t_k").doubleValue())
                .isCloseTo(peak, within(3e-3));
        assertThat(shot.get("reached").get(5).get("coldest_at_s").doubleValue()).isCloseTo(peakSeconds, within(0.5));
        assertThat(shot.get("completed_delta_t_k").doubleValue()).isCloseTo(completed, within(5e-4));
        assertThat(1e6 * shot.get("spin_heat_end_j").doubleValue()).isCloseTo(microjoule, within(0.005));
        assertThat(shot.get("sudden_with_addenda_delta_t_k").doubleValue()).isCloseTo(-1.682, within(5e-4));
        assertThat(shot.get("in_well_delta_t_k").doubleValue()).isCloseTo(-0.203, within(5e-4));
        assertThat(shot.get("link_time_s").doubleValue()).isCloseTo(78, within(0.6));
    }

    /** physics.md §2.1: addenda a fifth of the lattice's heat, a constant K by its formula, the largest drop over 1500 s. */
    @ParameterizedTest
    @CsvSource({
        "paper, 3.5, -0.17, -0.24, -0.33",
        "paper, 4.0, -0.38, -0.51, -0.64",
        "paper, 4.6, -0.71, -0.85, -0.98",
        "experiment, 3.5, -0.41, -0.53, -0.64",
        "experiment, 4.0, -0.71, -0.85, -0.98",
        "experiment, 4.6, -1.08, -1.23, -1.35"
    })
    void leavesTheLargestDropsBehindALink(String relaxation, double ti, double at30, double at100, double at300)
            throws Exception {
        assertThat(largestDrop(relaxation, ti, 30)).isCloseTo(at30, within(6e-3));
        assertThat(largestDrop(relaxation, ti, 100)).isCloseTo(at100, within(6e-3));
        assertThat(largestDrop(relaxation, ti, 300)).isCloseTo(at300, within(6e-3));
    }

    private double largestDrop(String relaxation, double ti, double linkSeconds) throws Exception {
        var addenda = IntStream.rangeClosed(0, 200)
                .mapToDouble(i -> 0.3 * Math.pow(20 / 0.3, i / 200.0))
                .mapToObj(kelvin -> format("%.9g, %.9g", kelvin, 1e6 * 0.2 * MOLES * PHONONS.heatCapacity(kelvin)))
                .collect(Collectors.joining("\n", "T (K), C (uJ/K)\n", "\n"));
        Files.writeString(folder.resolve("addenda.csv"), addenda);
        var link = 1.2 * PHONONS.heatCapacity(ti) + Constants.GAS * blockedAfter(ti);
        var rig = rig(format("%.9g W/K", MOLES * link / linkSeconds), "{ table: addenda.csv }", "1 us");

        var shot =
                json("--sample=mn12ac-" + relaxation, "--from=1T", "--to=0.1T", "--at=" + ti + "K", "--by=1500s", rig);

        return shot.get("reached").get(0).get("coldest_delta_t_k").doubleValue();
    }

    /** Heat capacity of both wells at 0.1 T with the populations of 1 T, in R. */
    private static double blockedAfter(double kelvin) {
        var before = SPIN.at(1);
        var right = before.rightWell().averages(kelvin);
        var upper = 1 / (1 + 1 / right.partitionRatioTo(before.leftWell().averages(kelvin)));
        return (1 - upper) * SPIN.at(0.1).leftWell().heatCapacity(kelvin)
                + upper * SPIN.at(0.1).rightWell().heatCapacity(kelvin);
    }

    @ParameterizedTest
    @CsvSource({"experiment, 0.3, 1e6", "experiment, 0.2, 1e8"})
    void endsInTheCompletedChangeWithoutLinkAndAddenda(String relaxation, double bf, double seconds) throws Exception {
        var rig = rig("1e-30 W/K", "1e-20 J/K", "1 us");

        var shot = json(
                "--sample=mn12ac-" + relaxation,
                "--from=1T",
                "--to=" + bf + "T",
                "--at=4K",
                "--by=" + seconds + "s",
                rig);

        // the addenda hold 1e-15 of the heat, the link leads 1e-30 W/K · 1 K · 1e8 s of 1e-5 J
        assertThat(shot.get("reached").get(0).get("delta_t_k").doubleValue())
                .isCloseTo(shot.get("completed_delta_t_k").doubleValue(), within(1e-5));
    }

    @Test
    void showsALagInTheRampAndTheHeatOfTheThermometerAlways() throws Exception {
        var element = rig("0.14 uW/K", "1 uJ/K", "1 us\n  self-heating: 2 nW\n  contact: 0.1 uW/K");

        var shot = json("--sample=mn12ac-experiment", "--from=1T", "--to=0.1T", "--at=4K", "--by=0s,60s", element);

        // 2 nW over 0.1 uW/K keep the element 20 mK above the platform, over 0.14 uW/K that 14.3 mK above the bath
        assertThat(shot.get("self_heating_k").doubleValue()).isCloseTo(2e-9 / 0.14e-6, within(1e-12));
        var late = shot.get("reached").get(1);
        assertThat(late.get("shown_k").doubleValue())
                .isCloseTo(late.get("temperature_k").doubleValue() + 0.020, within(1e-5));
        assertThat(late.get("shown_delta_t_k").doubleValue())
                .isCloseTo(late.get("delta_t_k").doubleValue(), within(1e-5));
        // 2.3 K/s on average, faster at the end, times the response of 1.5 ms
        var end = shot.get("reached").get(0);
        assertThat(end.get("shown_delta_t_k").doubleValue()
                        - end.get("delta_t_k").doubleValue())
                .isBetween(0.0035, 0.012);
    }

    @Test
    void aGridHasEachFieldQuenchWithAllItsTimes() throws Exception {
        var grid = json(
                "--sample=mn12ac-paper",
                "--from=1T",
                "--to=0.1T,0.3T",
                "--at=3.5K,4K",
                "--by=60s,1s,60s",
                "--rig=twin");

        assertThat(grid.fieldNames()).toIterable().containsExactly("points");
        assertThat(values(grid.get("points"), "final_field_t")).containsExactly(0.1, 0.1, 0.3, 0.3);
        for (var point : grid.get("points")) {
            assertThat(values(point.get("reached"), "by_s")).containsExactly(1, 60);
        }
    }

    @Test
    void onePointHasTheseKeys() throws Exception {
        var shot = firstShot("twin", "paper", "1s");

        assertThat(shot.fieldNames())
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
                        "warnings",
                        "rate_t_per_s",
                        "ramp_s",
                        "sudden_with_addenda_delta_t_k",
                        "completed_delta_t_k",
                        "completed_final_k",
                        "in_well_delta_t_k",
                        "share_crossed_in_ramp",
                        "link_time_s",
                        "self_heating_k",
                        "spin_heat_end_j",
                        "reached");
        assertThat(shot.get("reached").get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "by_s",
                        "delta_t_k",
                        "temperature_k",
                        "coldest_delta_t_k",
                        "coldest_at_s",
                        "shown_delta_t_k",
                        "shown_k",
                        "spin_heat_j");
        assertThat(shot.get("warnings")).isEmpty();
    }

    @Test
    void printsAListForPeople() {
        var terminal =
                predict("--sample=mn12ac-experiment", "--from=1T", "--to=0.1T", "--at=4K", "--by=60s", "--rig=twin");

        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out().lines())
                .contains(
                        "mn12ac-experiment on twin, two-well kinetics with the rig's link, addenda and thermometer",
                        "  completed     Tf = 1.97443 K, ΔT = -2.02557 K, real ramp, no link; +4.0 % from eq. (9), not sudden",
                        "  in the wells  ΔT = -0.20257 K, prompt, no spin crosses",
                        "  after the ramp       ΔT/K  coldest/K       at/s shown ΔT/K    shown/K      Q/uJ");
    }

    @Test
    void warnsOfAFinalFieldPastZeroWithItsSize() throws Exception {
        var shot = json("--sample=mn12ac-experiment", "--from=1T", "--to=-0.1T", "--at=4K", "--by=60s", "--rig=twin");

        // physics.md §2.5: complete relaxation from 4 K ends at 5.58 K in the sudden limit
        assertThat(shot.get("sudden_final_k").doubleValue()).isCloseTo(5.58, within(0.005));
        assertThat(shot.get("warnings").get(0).textValue())
                .startsWith(
                        "final field -0.1 T is 100 mT past zero seen from 1 T: spins left against the field release heat,"
                                + " ΔT is +1.5");
    }

    @Test
    void warnsOfAFixedBathElsewhere() throws Exception {
        var shot = json(
                "--sample=mn12ac-experiment",
                "--from=1T",
                "--to=0.1T",
                "--at=3K",
                "--by=60s",
                "--rig=twin-two-instruments");

        assertThat(shot.get("warnings").get(0).textValue())
                .isEqualTo("this rig's bath is fixed at 4 K: from Ti = 3 K the sample would drift there");
    }

    @Test
    void anOptimumBeatsOtherChoicesWithinItsRangesAndSaysWhyItIsNotThePapers() throws Exception {
        var asked = new String[] {
            "--sample=mn12ac-experiment", "--from=1T", "--at=3K:6K:1K", "--to=0.05T,0.5T", "--by=10s", "--rig=twin"
        };
        var found = json("--optimize", asked);

        var best = found.get("reachable");
        var lasting = found.get("lasting");
        var random = new Random(20261125);
        for (var i = 0; i < 12; i++) {
            var other = json(
                    "--sample=mn12ac-experiment",
                    "--from=1T",
                    format("--at=%.4fK", 3 + 3 * random.nextDouble()),
                    format("--to=%.4fT", 0.05 + 0.45 * random.nextDouble()),
                    "--by=10s",
                    "--rig=twin");
            var reached = other.get("reached").get(0);
            assertThat(reached.get("coldest_delta_t_k").doubleValue())
                    .isGreaterThan(best.get("coldest_delta_t_k").doubleValue() - 1e-4);
            assertThat(reached.get("delta_t_k").doubleValue())
                    .isGreaterThan(lasting.get("delta_t_k").doubleValue() - 1e-4);
            assertThat(other.get("sudden_delta_t_k").doubleValue())
                    .isGreaterThan(found.get("sudden").get("sudden_delta_t_k").doubleValue() - 1e-4);
        }
        assertThat(best.get("initial_temperature_k").doubleValue()).isGreaterThan(4.4);
        assertThat(best.get("edges").get(0).textValue()).isEqualTo("Ti = 6 K is the upper end of the range");
        assertThat(found.get("why").textValue())
                .startsWith("They differ because from the 3")
                .contains(" of eq. (9) ", "; from 6 K they cross with τ = ", "of them in the ramp")
                .endsWith(".");
    }

    @Test
    void anOptimumWithAFixedStartHasNoEdgeThere() {
        var terminal = predict(
                "--optimize",
                "--sample=mn12ac-paper",
                "--from=1T",
                "--at=4K",
                "--to=0.02T:0.6T:0.1T",
                "--by=60s",
                "--rig=twin");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out())
                .contains(
                        "until then      4.000",
                        "by eq. (9)      4.000",
                        "They differ because from the 4 K of eq. (9) ")
                .doesNotContain("Ti = 4 K is");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--to=0.1T --at=4K --by=60s|missing --rig: its link and addenda decide what is reached by a time",
                "--to=0.1T --at=4K --rig=twin|missing --by: times after the end of the ramp at which the rig is asked for",
                "--to=0.1T --at=4K --rate=5T/s|missing --rig: its link and addenda decide what is reached by a time; missing --by: times after the end of the ramp at which the rig is asked for",
                "--at=4K --by=60s --rig=twin|missing --to",
                "--to=0.1T --at=4K --by=-1s --rig=twin|Invalid value for option '--by': came \"-1s\" (out of range), due a time from 0 s to 1e9 s, like 60 s",
                "--to=0.1T --at=4K --by=1K --rig=twin|Invalid value for option '--by': came \"1K\" (wrong unit K), due a time from 0 s to 1e9 s, like 60 s",
                "--to=0.1T --at=4K --by=1s --rate=0T/s --rig=twin|Invalid value for option '--rate': came \"0T/s\" (out of range), due a field rate from 1e-6 T/s to 1e6 T/s, like 10 T/s",
                "--to=0.1T --at=4K --by=1s --rate=1T/s,2T/s --rig=twin|Invalid value for option '--rate': came \"1T/s,2T/s\" (more than one), due a field rate from 1e-6 T/s to 1e6 T/s, like 10 T/s",
                "--to=0T:1T:1mT --at=2K:4K:0.1K --by=1s --rig=twin|the grid has 21021 points, due at most 20000",
                "--optimize --by=1s:60s:1s --rig=twin|--optimize: 60 searches, due at most 50",
                "--figure=3 --output=x --by=1s|--figure draws no rig: --rig, --by, --rate and --optimize are for numbers",
                "--to=0.1T --at=4K --by=1s --output=x --optimize|missing --rig: its link and addenda decide what is reached by a time; --output is for --figure; numbers go to the standard output",
            })
    void aBadCallIsOneErrorOfUsageWithAllItsFaults(String options, String message) {
        var arguments = new ArrayList<>(List.of("--sample=mn12ac-paper", "--from=1T"));
        arguments.addAll(List.of(options.split(" ", -1)));

        var terminal = predict(arguments.toArray(String[]::new));

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isEqualTo("fieldfall: " + message + "\nTry 'fieldfall predict --help'.\n");
    }

    @Test
    void namesAllThatTheRigCannotDo() {
        var terminal = predict(
                "--sample=mn12ac-paper",
                "--from=2T",
                "--to=0.1T",
                "--at=1K,4K,30K",
                "--by=1s",
                "--rate=50T/s",
                "--rig=twin");

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err().lines())
                .containsExactly(
                        "fieldfall: rig twin cannot do this, 4 problems",
                        "  --from: came 2 T, due within limits.field, 1.1 T",
                        "  --at: came 1 K and 1 more like it, due from 1.5 K to 20 K, what the rig's limits, the"
                                + " thermometer's curve and the tables of the platform allow",
                        "  --rate: came 50 T/s, due within limits.rate, 12 T/s",
                        "  --rate: 50 T/s from 2 T to 0.1 T needs 24.85 V (L dI/dt + R I), the supply's compliance is 10 V;"
                                + " the reachable rate is about 20.3 T/s");
    }

    @Test
    void namesWhatIsWrongWithSampleAndRigTogether() {
        var terminal = predict("--sample=mn12", "--from=1T", "--to=0.1T", "--at=4K", "--by=1s", "--rig=twinn");

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err())
                .startsWith("fieldfall: configuration: 2 problems\n")
                .contains("mn12.yaml: came no such file", "twinn.yaml: came no such file");
    }

    @Test
    void saysWhereTheTableOfALinkEndsInsteadOfAnAnswer() throws Exception {
        Files.writeString(folder.resolve("link.csv"), "T (K), K (uW/K)\n3.5, 0.12\n5, 0.2\n");
        var rig = rig("{ table: link.csv, uncertainty: 2 % }", "1 uJ/K", "10 ms");

        var terminal = predict("--sample=mn12ac-experiment", "--from=1T", "--to=0.1T", "--at=4K", "--by=60s", rig);

        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err())
                .startsWith("fieldfall: no answer for Bi = 1 T, Bf = 0.1 T, Ti = 4 K: ")
                .endsWith("(platform.link is known from 3.5 K to 5 K)\n");
    }

    @Test
    void theSimulatorRefusesAddendaItDoesNotKnow() throws Exception {
        var rig = rig("0.14 uW/K", "{ value: 1 uJ/K, at: 4 K, exponent: 3 }", "10 ms");

        var terminal = Terminal.fieldfall(
                "dry-run", "config/protocols/first-shot.yaml", rig, "--runs=" + folder.resolve("runs"));

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err())
                .endsWith(
                        "platform.addenda is a power law, the simulator knows constants only; rehearse with a constant in"
                                + " its place\n");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    /** The option for a rig of two instruments on another platform. */
    private String rig(String link, String addenda, String internalTime) throws Exception {
        var twin = Files.readString(Path.of("../config/rigs/twin-two-instruments.yaml"))
                .replace(
                        "../calibrations",
                        Path.of("../config/calibrations")
                                .toAbsolutePath()
                                .normalize()
                                .toString())
                .replaceFirst("link: [^#\\n]*", "link: " + link + " ")
                .replaceFirst("addenda: [^#\\n]*", "addenda: " + addenda + " ")
                .replaceFirst("internal-time: [^#\\n]*", "internal-time: " + internalTime + " ");
        return "--rig=" + Files.writeString(folder.resolve("rig.yaml"), twin);
    }

    private static JsonNode firstShot(String rig, String relaxation, String by) throws Exception {
        return json("--sample=mn12ac-" + relaxation, "--from=1T", "--to=0.1T", "--at=4K", "--by=" + by, "--rig=" + rig);
    }

    private static JsonNode json(String first, String... options) throws Exception {
        var arguments = new ArrayList<>(List.of("--json", first));
        arguments.addAll(List.of(options));
        var terminal = predict(arguments.toArray(String[]::new));
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.exitCode()).isZero();
        return new ObjectMapper().readTree(terminal.out());
    }

    private static Terminal predict(String... options) {
        var arguments = new ArrayList<>(List.of("predict"));
        arguments.addAll(List.of(options));
        return Terminal.fieldfall(arguments.toArray(String[]::new));
    }

    private static double[] values(JsonNode list, String key) {
        return IntStream.range(0, list.size())
                .mapToDouble(i -> list.get(i).get(key).doubleValue())
                .toArray();
    }

    private static String format(String template, Object... values) {
        return String.format(Locale.ROOT, template, values);
    }
}
