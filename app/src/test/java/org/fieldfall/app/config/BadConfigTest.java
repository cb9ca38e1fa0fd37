package org.fieldfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadConfigTest {

    private static final String SAMPLE = "samples/mn12ac-paper.yaml";
    private static final String RIG = "rigs/twin-two-instruments.yaml";
    private static final String WHOLE_RIG = "rigs/twin.yaml";
    private static final String PROTOCOL = "protocols/first-shot.yaml";

    @TempDir
    Path folder;

    @Test
    void reportsAllProblemsOfAFileTogetherFromTheTopDown() {
        var file = EditedFile.write(folder, "bad.yaml", """
                schema: fieldfall/sample/1
                name: bad
                molar-mass: 2060.17
                mass: 4.0 mT ± 0.25 %
                spin:
                  S: 9.7
                  D: -0.5 1/cm
                  g_parallel: 2.05
                  source: a guess
                lattice:
                  debye: 38 K
                relaxation:
                  barrier: -61.5 K
                  tau0: 0.21 us
                  source: ""
                colour: blue
                """);

        var problems = problemsOf(file);

        assertThat(String.join("\n", problems)).isEqualTo("""
                        bad.yaml:3: molar-mass: came "2060.17" (no unit), due a molar mass above zero, like 2060.17 g/mol
                        bad.yaml:4: mass: came "4.0 mT ± 0.25 %" (wrong unit mT), due a mass above zero with its spread, like 4.0 mg ± 2 %
                        bad.yaml:5: spin.g-parallel: came nothing, due a number above zero
                        bad.yaml:6: spin.S: came "9.7" (out of range), due a number that is whole or half, from 0.5 to 50
                        bad.yaml:7: spin.D: came "-0.5 1/cm" (unknown unit 1/cm), due an energy, like -0.5 cm-1 or 61.5 K
                        bad.yaml:8: spin.g_parallel: came an unknown key, due one of S, stevens, D, E, g, g-parallel, g-perpendicular, source (nearest: g-parallel)
                        bad.yaml:10: lattice.source: came nothing, due a text
                        bad.yaml:11: lattice.debye: came "38 K", due a section with keys of its own
                        bad.yaml:13: relaxation.barrier: came "-61.5 K" (out of range), due an energy above zero, like -0.5 cm-1 or 61.5 K
                        bad.yaml:15: relaxation.source: came nothing, due a text
                        bad.yaml:16: colour: came an unknown key, due one of schema, name, formula, molar-mass, mass, orientation, spin, cluster, lattice, relaxation, valid-below, valid-above (nearest: formula)""");
    }

    @Test
    void theMessageCountsAndListsTheProblems() {
        var file = EditedFile.write(folder, SAMPLE, "S: 10 ", "S: ten ");

        var thrown = thrownFor(file);

        assertThat(thrown)
                .hasMessage(
                        "configuration: 1 problem\n  " + file
                                + ":9: spin.S: came \"ten\" (not a number), due a number that is whole or half, from 0.5 to 50");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "initial-field: 1 T |initial-field: 1 K |7: initial-field: came \"1 K\" (wrong unit K), due a field, like 0.1 T",
                "initial-temperature: 4.0 K|initial-temperature: 4.0|9: initial-temperature: came \"4.0\" (no unit), due a temperature above zero, like 4 K",
                "initial-temperature: 4.0 K|initial-temperature: 4.0 cm-1|9: initial-temperature: came \"4.0 cm-1\" (wrong unit cm-1), due a temperature above zero, like 4 K",
                "rate: 10 T/s  |rate: 10 Ts|11: rate: came \"10 Ts\" (unknown unit Ts), due a field rate above zero, like 10 T/s",
                "rate: 10 T/s  |rate: -10 T/s|11: rate: came \"-10 T/s\" (out of range), due a field rate above zero, like 10 T/s",
                "rate: 10 T/s  |rate: 10 T/s ± 1 %|11: rate: came \"10 T/s ± 1 %\" (unknown unit T/s ± 1 %), due a field rate above zero, like 10 T/s",
                "relax: 600 s|relax: [600 s]|20: relax: came a list, due a time above zero, like 60 s",
                "relax: 600 s|relax: {for: 600 s}|20: relax: came a section, due a time above zero, like 60 s",
                "relax: 600 s|relax: .inf s|20: relax: came \".inf s\" (not a number), due a time above zero, like 60 s",
                "relax: 600 s|relax: 1e999 s|20: relax: came \"1e999 s\" (too large a number), due a time above zero, like 60 s",
                "relax: 600 s|relax:    |20: relax: came nothing, due a time above zero, like 60 s",
                "relax: 600 s|relax: &long 600 s|20: relax: came the anchor &long, due the value itself, in each place",
                "relax: 600 s|rate: 600 s|20: rate: came the key a second time, due each key once (first on line 11)",
                "final-field: 0.1 T|final-field: 1 T|8: final-field: came \"1 T\", due another field than initial-field",
                "give-up: 3000 s|give-up: 300 s|18: drift.give-up: came \"300 s\", due a time beyond wait-at-least",
                "sampling: 1 ms|sampling: 10 s|21: sampling: came \"10 s\", due at most a tenth of baseline",
                "protocol/1|protocol/2|2: schema: came \"fieldfall/protocol/2\" (unknown word), due fieldfall/protocol/1",
                "protocol/1|rig/1|2: schema: came \"fieldfall/rig/1\" (unknown word), due fieldfall/protocol/1",
                "baseline: 60 s|baselin: 60 s|19: baselin: came an unknown key, due one of schema, name, sample, rig, initial-field, final-field, initial-temperature, temperature-tolerance, rate, preparation-rate, settle, drift, baseline, relax, sampling, equilibrium, guards, campaign, shots (nearest: baseline)",
            })
    void aProblemOfAProtocolSaysWhereItIsAndWhatWasDue(String passage, String replacement, String expected) {
        var file = EditedFile.write(folder, PROTOCOL, passage, replacement);

        assertThat(problemsOfProtocol(file)).contains("first-shot.yaml:" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "driver: kepco-bop|driver: kepco|8: instruments.supply.driver: came \"kepco\" (unknown word), due ami-430 or caen-fast-ps or generic-scpi or keithley-2400 or keithley-dmm6500 or kepco-bop or keysight-34465a or lakeshore-336 or lakeshore-350 or lakeshore-372 or one-character-switch or srs-sr865a",
                "flow-control: xon-xoff|flow-control: rts|11: instruments.supply.flow-control: came \"rts\" (unknown word), due none or xon-xoff",
                "baud: 9600|baud: 9600.5|10: instruments.supply.baud: came \"9600.5\" (out of range), due a number that is whole and above zero",
                "range: 100 mV|compliance: 100 mV|18: instruments.meter.compliance: came an unknown key, due one of driver, resource, range, reply-deadline (nearest: range)",
                "instrument: supply|instrument: meter|23: roles.field-supply.instrument: came \"meter\" (driver keysight-34465a offers sample-thermometer and field-monitor), due an instrument with driver caen-fast-ps or kepco-bop: supply",
                "resource: simulated        #|resource: ASRLusb:403:6001:A5::INSTR #|9: instruments.supply.resource: came \"ASRLusb:403:6001:A5::INSTR\" (not a resource name), due ASRL/dev/...::INSTR, ASRLusb:vendor:product:serial::INSTR, TCPIP0::host::port::SOCKET, simulated or replay:path of a capture",
                "resource: simulated        #|resource: TCPIP0::10.0.0.7::5025::SOCKET #|17: instruments.meter.resource: came \"simulated\", due simulated for all instruments or for none",
                "instrument: supply|instrument: suply|23: roles.field-supply.instrument: came \"suply\" (no such instrument), due an instrument with driver caen-fast-ps or kepco-bop: supply",
                "temperature: 1.5 K to 20 K|temperature: 20 K to 1.5 K|52: limits.temperature: came \"20 K to 1.5 K\" (ends that do not rise), due a temperature above zero to a higher one, like 1.5 K to 20 K",
                "temperature: 1.5 K to 20 K|temperature: 1.5 K - 20 K|52: limits.temperature: came \"1.5 K - 20 K\" (not two ends with \"to\" between them), due a temperature above zero to a higher one, like 1.5 K to 20 K",
                "temperature: 4.0 K ±|temperature: 40 K ±|34: bath.temperature: came \"40 K ± 2 mK\", due a temperature within limits.temperature",
                "output: off|output: maybe|57: safe-state.output: came \"maybe\" (unknown word), due off or on",
                "field: 0 T|field: -2 T|55: safe-state.field: came \"-2 T\", due a field within limits.field",
                "source: simulator |source: replay |9: instruments.supply.resource: came \"simulated\", due replay: and the path of a capture, as source is replay",
                "source: simulator |source: rig |9: instruments.supply.resource: came \"simulated\", due the name of a real line, as source is rig",
                "1e-9 W/(T/s)^2|1e-9 W/(T/s|62: simulation.eddy-heating: came \"1e-9 W/(T/s\" (unknown unit W/(T/s), due a power per squared field rate of zero or more, like 1e-9 W/(T/s)^2",
            })
    void aProblemOfARigSaysWhereItIsAndWhatWasDue(String passage, String replacement, String expected) {
        EditedFile.write(folder, "calibrations/cx1050-typical.340", "");
        var file = EditedFile.write(folder, RIG, passage, replacement);

        assertThat(problemsOfRig(file)).contains("twin-two-instruments.yaml:" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "framing: 8N1 |framing: 8-N-1 |instruments.cryostat.framing: came \"8-N-1\" (unknown word), due 7E1 or 7O1 or 8N1",
                "boot: 2 s|boot: -2 s|instruments.switch.boot: came \"-2 s\" (out of range), due a time of zero or more, like 60 s",
                "instrument: monitor|instrument: meter|roles.field-monitor.instrument: came \"meter\" (it is the sample-thermometer already), due an instrument with driver keithley-dmm6500 or keysight-34465a: meter or monitor",
                "instrument: monitor|instrument: cryostat|roles.field-monitor.instrument: came \"cryostat\" (driver lakeshore-350 offers bath and sample-heater), due an instrument with driver keithley-dmm6500 or keysight-34465a: meter or monitor",
                "instrument: meter|instrument: cryostat|roles.sample-thermometer.instrument: came \"cryostat\" (driver lakeshore-350 offers bath and sample-heater; its inputs give at most ten readings a second and no memory of them: too slow for a sweep, so it is bath and reference only), due an instrument with driver keithley-dmm6500 or keysight-34465a or srs-sr865a: meter or monitor",
                "instrument: switch|instrument: supply|roles.heat-switch.instrument: came \"supply\" (driver kepco-bop offers field-supply), due an instrument with driver one-character-switch: switch",
                "shunt: 10 mOhm|shunt: 10 mV|roles.field-monitor.shunt: came \"10 mV ± 0.02 %\" (wrong unit mV), due a resistance above zero with its spread, like 0.15 Ohm ± 2 %",
                "input: A|input: E|roles.bath.input: came \"E\" (unknown word), due A or B or C or D",
                "output: 1|output: 2|roles.sample-heater.output: came \"2\", due another output than roles.bath.output",
                "output: 2|output: 3|roles.sample-heater.output: came \"3\" (unknown word), due 2",
                "shared-line: false|shared-line: off|trigger.shared-line: came \"off\" (unknown word), due false or true",
                "closed-link: 1 mW/K|closed-link: 1 nW/K|platform.closed-link: came \"1 nW/K\", due a conductance above link",
                "closed-link: 1 mW/K|#|platform.closed-link: came nothing, due a thermal conductance above zero with its spread, like 0.14 uW/K ± 2 %",
                "trigger:|bath: { temperature: 4 K }`n`trigger:|bath: came a section, due no such key, as roles.bath keeps the temperature",
                "heater: {|heatr: {|simulation.heater: came nothing, due a section with keys of its own",
                "roles:|roles:`n`  excitation: { instrument: meter, max-current: 1 uA }|roles.excitation.instrument: came \"meter\" (driver keysight-34465a offers sample-thermometer and field-monitor), due an instrument with driver keithley-2400",
                "roles:|roles:`n`  excitation: { instrument: meter, max-current: 0.1 uA }|roles.excitation.max-current: came \"0.1 uA\", due at least roles.sample-thermometer.excitation, the level to set",
                "roles:|roles:`n`  auxiliary: { name: helium }|roles.auxiliary: came a section, due a list of sections with keys of their own",
                "roles:|roles:`n`  auxiliary: [ { name: helium, instrument: gauge, query: LEV, unit: cm } ]|roles.auxiliary[1].query: came \"LEV\" (no question mark), due a question, with its question mark",
                "roles:|roles:`n`  auxiliary: [ helium ]|roles.auxiliary: came a list, due a list of sections with keys of their own",
                "roles:|roles:`n`  auxiliary: [ { name: helium, instrument: gauge, query: \"LEV?\", units: cm } ]|roles.auxiliary[1].units: came an unknown key, due one of name, instrument, query, unit, minus (nearest: unit)",
            })
    void aProblemOfAWholeRigSaysWhatWasDue(String passage, String replacement, String expected) {
        EditedFile.write(folder, "calibrations/cx1050-typical.340", "");
        var file = EditedFile.write(folder, WHOLE_RIG, passage, replacement.replace("`n`", "\n"));

        assertThat(problemsOfRig(file))
                .anySatisfy(problem ->
                        assertThat(problem).matches("twin.yaml:\\d+: .*").endsWith(": " + expected));
    }

    @Test
    void aHeatSwitchIsNeededForAClosedLink() {
        EditedFile.write(folder, "calibrations/cx1050-typical.340", "");
        var file = EditedFile.write(folder, RIG, "  addenda:", "  closed-link: 1 mW/K\n  addenda:");

        assertThat(problemsOfRig(file))
                .containsExactly("twin-two-instruments.yaml:45: platform.closed-link: came \"1 mW/K\","
                        + " due no such key, as there is no roles.heat-switch");
    }

    @Test
    void aRigWithoutAControllerNeedsTheTemperatureOfItsBath() {
        EditedFile.write(folder, "calibrations/cx1050-typical.340", "");
        var file = EditedFile.write(folder, RIG, "bath:\n  temperature: 4.0 K ± 2 mK", "# no bath");

        assertThat(problemsOfRig(file))
                .containsExactly("twin-two-instruments.yaml: bath: came nothing, due a section with keys of its own");
    }

    @Test
    void twoInstrumentsDoNotShareALine() {
        EditedFile.write(folder, "calibrations/cx1050-typical.340", "");
        var line = "resource: TCPIP0::10.0.0.7::5025::SOCKET";
        var file = EditedFile.write(folder, RIG, "resource: simulated", line);

        assertThat(problemsOfRig(file))
                .containsExactly("twin-two-instruments.yaml:17: instruments.meter.resource: came"
                        + " \"TCPIP0::10.0.0.7::5025::SOCKET\", due a line of its own, as supply has this one");
    }

    @Test
    void aCurveHasToBeThere() {
        var file = EditedFile.write(folder, RIG, "curve: ..", "curve: ..");

        var curve = folder.resolve("calibrations/cx1050-typical.340");
        assertThat(problemsOfRig(file))
                .containsExactly(
                        "twin-two-instruments.yaml:27: roles.sample-thermometer.curve: came \"../calibrations/cx1050-typical.340\""
                                + " (no such file: " + curve
                                + "), due the path of a calibration file, relative to this one");
    }

    @Test
    void aSimulatedRigNeedsItsSimulation() {
        EditedFile.write(folder, "calibrations/cx1050-typical.340", "");
        var file = EditedFile.write(folder, RIG, "simulation:", "simulated:");

        assertThat(problemsOfRig(file))
                .contains("twin-two-instruments.yaml: simulation: came nothing, due a section with keys of its own")
                .anyMatch(problem -> problem.contains("simulated: came an unknown key")
                        && problem.endsWith("(nearest: simulation)"));
    }

    @Test
    void namesTheLineOfMalformedYaml() {
        var file = EditedFile.write(folder, SAMPLE, "  D: -0.5 cm-1", " D: [-0.5 cm-1");

        assertThat(problemsOf(file))
                .singleElement()
                .asString()
                .matches("mn12ac-paper.yaml:\\d+: came malformed YAML .*");
    }

    @Test
    void refusesAFileThatIsEmptyOrNoYamlMappingOrNotUtf8() throws Exception {
        var empty = EditedFile.write(folder, "empty.yaml", "# nothing\n");
        var list = EditedFile.write(folder, "list.yaml", "- a\n- b\n");
        var latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xb1});
        var two = EditedFile.write(folder, "two.yaml", "a: 1\n---\nb: 2\n");

        assertThat(problemsOf(empty)).containsExactly("empty.yaml: came an empty file, due keys with values");
        assertThat(problemsOf(list)).containsExactly("list.yaml: came no keys, due keys with values");
        assertThat(problemsOf(latin))
                .containsExactly("latin.yaml: came bytes that are not UTF-8, due a YAML file in UTF-8");
        assertThat(problemsOf(two)).singleElement().asString().contains("malformed YAML");
    }

    @Test
    void aFileThatIsNotThereIsAProblemLikeAnyOther() {
        var file = folder.resolve("none.yaml");

        assertThat(problemsOf(file)).containsExactly("none.yaml: came no such file, due a YAML file");
    }

    @Test
    void anUnknownNameIsGivenTheNearestKnownOne() {
        var thrown = catchThrowableOfType(
                InvalidConfigException.class,
                () -> Configs.of(Path.of(".."), Optional.empty()).sample("mn12ac-papr"));

        assertThat(thrown)
                .hasMessage("configuration: 1 problem\n  ../config/samples/mn12ac-papr.yaml: came no such file,"
                        + " due one of cu-nitrate-dimer, cu3-ring, fe8,"
                        + " mn12ac-experiment, mn12ac-full, mn12ac-paper, ni-scorpionate (nearest: mn12ac-paper)");
    }

    @Test
    void collectsTheProblemsOfAllFilesOfAnExperiment() {
        var protocol = EditedFile.write(folder, PROTOCOL, "rate: 10 T/s", "rate: 10 T");
        EditedFile.write(folder, "samples/mn12ac-experiment.yaml", "units: 1", "units: 0");
        var rig = EditedFile.write(folder, RIG, "L: 50 mH", "L: 50 mT");

        var thrown = catchThrowableOfType(
                InvalidConfigException.class,
                () -> Configs.of(folder, Optional.empty())
                        .experiment(protocol.toString(), Optional.empty(), Optional.of(rig.toString())));

        assertThat(thrown.problems())
                .extracting(Problem::path)
                .containsExactly("rate", "lattice.debye.units", "roles.sample-thermometer.curve", "coil.L");
    }

    private List<String> problemsOf(Path file) {
        return briefly(thrownFor(file));
    }

    private static InvalidConfigException thrownFor(Path file) {
        return catchThrowableOfType(
                InvalidConfigException.class, () -> Configs.here().sample(file.toString()));
    }

    private static List<String> problemsOfRig(Path file) {
        return briefly(catchThrowableOfType(
                InvalidConfigException.class, () -> Configs.here().rig(file.toString())));
    }

    private static List<String> problemsOfProtocol(Path file) {
        return briefly(catchThrowableOfType(
                InvalidConfigException.class, () -> Configs.here().protocol(file.toString())));
    }

    /** The reports with the file's name in the place of its path. */
    private static List<String> briefly(InvalidConfigException thrown) {
        return thrown.problems().stream()
                .map(problem -> new Problem(
                                problem.file().getFileName(),
                                problem.line(),
                                problem.path(),
                                problem.came(),
                                problem.due())
                        .toString())
                .toList();
    }
}
