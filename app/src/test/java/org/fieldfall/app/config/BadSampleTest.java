package org.fieldfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadSampleTest {

    private static final String GIANT = "samples/mn12ac-full.yaml";
    private static final String POWDER = "samples/ni-scorpionate.yaml";
    private static final String CLUSTER = "samples/cu3-ring.yaml";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "convention: stevens |convention: wybourne |spin.stevens.convention: came \"wybourne\" (unknown word), due stevens",
                "    convention: stevens |    # |spin.stevens.convention: came nothing, due stevens",
                "B44: 3.0e-5 cm-1 ± 0.5e-5 cm-1|B45: 3.0e-5 cm-1|spin.stevens.B45: came \"3.0e-5 cm-1\", due B with k = 2, 4 or 6 and q from -k to k, like B20, B44 or B4-2",
                "B44: 3.0e-5 cm-1 ± 0.5e-5 cm-1|B4^4: 3.0e-5 cm-1|spin.stevens.B4^4: came \"3.0e-5 cm-1\", due B with k = 2, 4 or 6 and q from -k to k, like B20, B44 or B4-2",
                "B44: 3.0e-5 cm-1 ± 0.5e-5 cm-1|B44: 3.0e-5|spin.stevens.B44: came \"3.0e-5\" (no unit), due an energy, like -0.5 cm-1 or 61.5 K",
                "B44: 3.0e-5 cm-1 ± 0.5e-5 cm-1|B20: -0.15 cm-1|spin.stevens.B20: came \"-0.15 cm-1\", due no B20 beside D, which is 3 B20",
                "  S: 10|  E: 0.01 K`n`  S: 10`n`  stevens: { convention: stevens, B22: 0.01 K }|spin.stevens: came the key a second time, due each key once (first on line 12)",
                "  S: 10|  S: 1.5|spin.stevens.B40: came \"-2.33e-5 cm-1 ± 0.04e-5 cm-1\", due no coefficient with k above 2 S, which does nothing",
                "g-parallel: 1.94|g-parallel: -1.94|spin.g-parallel: came \"-1.94\" (out of range), due a number above zero",
                "g-parallel: 1.94|g-parallel: 1.94`n`  g: 2|spin.g-parallel: came \"1.94\", due either g or g-parallel",
                "mass: 4.0 mg|mass: 0 mg|mass: came \"0 mg ± 0.25 %\" (out of range), due a mass above zero with its spread, like 4.0 mg ± 2 %",
                "temperature: 38 K ± 1.7 K|temperature: -38 K|lattice.debye.temperature: came \"-38 K\" (out of range), due a temperature above zero, like 4 K",
                "units: 1 |units: 0 |lattice.debye.units: came \"0\" (out of range), due a number above zero",
                "D: -0.457 cm-1 ± 0.002|D: -0.457 cm-1 ± 0.5|spin.D: came \"-0.457 cm-1 ± 0.5 cm-1\" (its spread is no smaller than itself), due an energy, like -0.5 cm-1 or 61.5 K",
                "barrier: 61.5 K ± 0.3 K|barrier: 61.5 K ± 0.3 s|relaxation.barrier: came \"61.5 K ± 0.3 s\" (wrong unit s), due an energy above zero, like -0.5 cm-1 or 61.5 K",
                "barrier: 61.5 K ± 0.3 K|best-known-at: 4 K`n`  barrier: 61.5 K|relaxation.best-known-at: came \"4 K\", due a barrier with a spread beside it",
                "share: 6 % ± 15 %|share: 60 % ± 70 %|relaxation.fast-species.share: came \"60 % ± 70 %\" (out of range), due a fraction above 0 and below 100 %, like 0.1 %",
                "tau0: 2.1e-7 s`n`  source|tau0: 0 s`n`  source|relaxation.tau0: came \"0 s\" (out of range), due a time above zero, like 60 s",
                "field: 0.443 T|field: -0.443 T|relaxation.resonances.at[2].field: came \"-0.443 T\" (out of range), due a field of zero or more, like 0.1 T",
                "height: 2.5, width: 0.05 T|height: 2.5, widht: 0.05 T|relaxation.resonances.at[1].widht: came an unknown key, due one of field, height, width (nearest: width)",
                "lambda: 0.03 T|lambda: 3 T|relaxation.dipolar.lambda: came \"3 T\" (out of range), due a field within 1 T, like 0.1 T",
                "share: 6 % ± 15 %|share: 100 %|relaxation.fast-species.share: came \"100 %\" (out of range), due a fraction above 0 and below 100 %, like 0.1 %",
                "temperature: 10 K|temperature: 0.5 K|valid-below: came a section, due a temperature of valid-below beyond that of valid-above",
            })
    void aProblemOfAGiantSpinSaysWhatWasDue(String passage, String replacement, String expected) {
        assertThat(problems(GIANT, passage, replacement))
                .anySatisfy(problem ->
                        assertThat(problem).matches("mn12ac-full.yaml:\\d+: .*").endsWith(": " + expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kind: powder|kind: dust|orientation.kind: came \"dust\" (unknown word), due mosaic or powder or single",
                "kind: powder|kind: mosaic|orientation.spread: came nothing, due an angle above 0 and up to 90 deg, like 10 deg",
                "kind: powder|kind: mosaic`n`  spread: 2 K|orientation.spread: came \"2 K\" (wrong unit K), due an angle above 0 and up to 90 deg, like 10 deg",
                "tolerance: 0.1 mK|tolerance: 0 mK|orientation.tolerance: came \"0 mK\" (out of range), due a temperature above zero, like 4 K",
                "kind: powder|kind: powder`n`  theta: 2 deg|orientation.theta: came an unknown key, due one of kind, tolerance, source (nearest: kind)",
                "  g-perpendicular: 2.2`n`|# `n`|spin.g-parallel: came \"2.2\", due g-perpendicular beside it, or g, as orientation is given",
            })
    void aProblemOfAPowderSaysWhatWasDue(String passage, String replacement, String expected) {
        assertThat(problems(POWDER, passage, replacement))
                .anySatisfy(problem -> assertThat(problem)
                        .matches("ni-scorpionate.yaml:\\d+: .*")
                        .endsWith(": " + expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"+J S.S\"|\"J S.S\"|cluster.exchange.convention: came \"J S.S\" (unknown word), due +J S.S or -2J S.S or -J S.S",
                "between: \"Cu3, Cu1\"|between: \"Cu3, Cu3\"|cluster.exchange.couplings[3].between: came \"Cu3, Cu3\" (an ion with itself), due the names of two ions, like Cu1, Cu2",
                "between: \"Cu3, Cu1\"|between: \"Cu3\"|cluster.exchange.couplings[3].between: came \"Cu3\" (not two names with a comma between them), due the names of two ions, like Cu1, Cu2",
                "between: \"Cu3, Cu1\"|between: \"Cu3, Ni1\"|cluster.exchange.couplings[3].between: came \"Cu3, Ni1\" (no ion Ni1, nearest: Cu1), due the names of two ions, like Cu1, Cu2",
                "between: \"Cu3, Cu1\", J: 154 K|between: \"Cu2, Cu1\", J: 150 K|cluster.exchange.couplings[3].between: came \"Cu2, Cu1\" again with another J, due each pair once, whichever ion comes first",
                "S: 0.5, g: 2.1 }`n`  exchange|S: 0.5, g: 2.1, D: 1 K }`n`  exchange|cluster.ions[3].D: came \"1 K\", due no D, which does nothing to a spin 1/2",
                "name: Cu3, S|name: Cu1, S|cluster.ions: came the names Cu1, Cu2, Cu1, due each name once",
                "cluster:|spin: { S: 1, D: 1 K, g: 2, source: mine }`n`cluster:|cluster: came a section, due either spin or cluster",
            })
    void aProblemOfAClusterSaysWhatWasDue(String passage, String replacement, String expected) {
        assertThat(problems(CLUSTER, passage, replacement))
                .anySatisfy(problem ->
                        assertThat(problem).matches("cu3-ring.yaml:\\d+: .*").endsWith(": " + expected));
    }

    @Test
    void saysPlainlyHowLargeAClusterMayBe() {
        var problems = problems(CLUSTER, "S: 0.5", "S: 5");

        assertThat(problems)
                .containsExactly(
                        "cu3-ring.yaml:10: cluster.ions: came 3 ions with 1331 states, due at most 1024 states,"
                                + " the product of 2 S + 1 of all ions: ten spins 1/2, six spins 1, four spins 2, three spins 7/2");
    }

    @Test
    void aLatticeNeedsAPart() {
        var problems = problems(CLUSTER, "  debye:\n    temperature: 200 K\n    units: 6", "  # none");

        assertThat(problems)
                .singleElement()
                .asString()
                .endsWith("lattice.debye: came nothing, due debye, einstein or table, each once or more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "T,C`n`1,2`n`2,3|c.csv:1: came \"T\" (no unit), due two columns with their units, like T (K), a molar heat capacity (J/(mol K))",
                "T (K),C (J/K)`n`1,2`n`2,3|c.csv:1: came \"C (J/K)\" (wrong unit J/K), due two columns with their units, like T (K), a molar heat capacity (J/(mol K))",
                "T (K),C (J/(mol K))`n`1,2`n`1,3|c.csv:3: came \"1,3\", due a temperature above the one before, by less than a factor of 4",
                "T (K),C (J/(mol K))`n`1,2`n`2,-3|c.csv:3: came \"2,-3\" (out of range), due two numbers, a temperature and its value, with a comma between them, both above zero",
                "T (K),C (J/(mol K))`n`1,2`n`2;3|c.csv:3: came \"2;3\", due two numbers, a temperature and its value, with a comma between them",
                "T (K),C (J/(mol K))`n`1,2|c.csv: came one point, due two points or more",
            })
    void aProblemOfATableNamesItsOwnFileAndLine(String table, String expected) {
        EditedFile.write(folder, "samples/c.csv", table.replace("`n`", "\n"));

        var problems = problems(CLUSTER, "  debye:\n    temperature: 200 K\n    units: 6", "  table: c.csv\n  # ");

        assertThat(problems).contains(expected);
    }

    private List<String> problems(String shipped, String passage, String replacement) {
        var file = EditedFile.write(folder, shipped, passage.replace("`n`", "\n"), replacement.replace("`n`", "\n"));
        var thrown = catchThrowableOfType(
                InvalidConfigException.class,
                () -> Configs.of(folder, Optional.empty()).sample(file.toString()));
        return thrown == null
                ? List.of()
                : thrown.problems().stream()
                        .map(problem -> problem.toString().replace(folder.resolve("samples") + "/", ""))
                        .toList();
    }
}
