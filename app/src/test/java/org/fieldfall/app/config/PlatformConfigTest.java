package org.fieldfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.protocols.analysis.Uncertain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rig file may say of the platform beyond two constants. */
class PlatformConfigTest {

    private static final String RIG = "rigs/twin-two-instruments.yaml";

    @TempDir
    Path folder;

    @BeforeEach
    void haveACurve() {
        EditedFile.write(folder, "calibrations/cx1050-typical.340", "");
    }

    @Test
    void readsAPowerLaw() {
        var link = platform("link", "{ value: 0.14 uW/K ± 2 %, at: 4 K, exponent: 1.2 }")
                .link();

        assertThat(link).isEqualTo(new ThermalLaw.Power(new Uncertain(0.14e-6, 0.14e-6 * 0.02), 4, 1.2));
        assertThat(link.relativeSigma()).isCloseTo(0.02, within(1e-15));
    }

    @Test
    void readsATableInItsOwnUnitsWithCommentsAndEmptyLines() {
        table("# measured on a Tuesday\nT (mK), C (nJ/K)\n\n1500, 400  # cold\n4000,1.0e3\n");

        var platform = platform("addenda", "{ table: ../tables/t.csv, uncertainty: 5 % }");

        var addenda = (ThermalLaw.Table) platform.addenda();
        assertThat(addenda.kelvin()).containsExactly(1.5, 4);
        assertThat(addenda.values()).containsExactly(new double[] {0.4e-6, 1e-6}, within(1e-20));
        assertThat(addenda.relativeSigma()).isEqualTo(0.05);
        assertThat(platform.files()).extracting(ConfigFile::path).containsExactly(folder.resolve("tables/t.csv"));
        assertThat(platform.coldestKelvin()).isZero();
        assertThat(platform.warmestKelvin()).isEqualTo(4);
    }

    @Test
    void knowsALinkWithinItsTableOnly() {
        table("T (K), K (uW/K)\n2, 0.1\n6, 0.3\n");

        var platform = platform("link", "{ table: ../tables/t.csv }");

        assertThat(platform.link().relativeSigma()).isZero();
        assertThat(platform.coldestKelvin()).isEqualTo(2);
        assertThat(platform.warmestKelvin()).isEqualTo(6);
    }

    @Test
    void readsWhatHeatsThePlatform() {
        var more = "10 ms\n  eddy-heating: 2e-9 W/(T/s)^2 ± 20 %\n  self-heating: 0.8 nW\n  contact: 1 uW/K";
        var platform = platform("internal-time", more);

        assertThat(platform.eddyWattPerRateSquared().value()).isEqualTo(2e-9);
        assertThat(platform.eddyWattPerRateSquared().relativeSigma()).isCloseTo(0.2, within(1e-15));
        assertThat(platform.selfHeatingWatt()).contains(0.8e-9);
        assertThat(platform.contactWattPerKelvin()).contains(1e-6);
    }

    @Test
    void theTwinHeatsItsPlatformAsTheRigSaysUnlessItSaysOtherwise() {
        var known = "10 ms\n  eddy-heating: 2e-9 W/(T/s)^2 ± 20 %";
        var silent = EditedFile.shipped(RIG)
                .replace("internal-time: 10 ms", "internal-time: " + known)
                .replaceFirst("  eddy-heating: 1e-9 .*\\n", "");

        var file = EditedFile.write(folder, RIG, silent);

        assertThat(eddyOfTheTwin(file)).isEqualTo(2e-9);
        assertThat(eddyOfTheTwin(edited("internal-time", known))).isEqualTo(1e-9);
    }

    private static double eddyOfTheTwin(Path file) {
        return Configs.here().rig(file.toString()).simulation().orElseThrow().eddyWattPerRateSquared();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "link|{ value: 1 uW/K, at: 4 K }|platform.link.exponent: came nothing, due a number above 0 up to 10",
                "link|{ value: 1 uW/K, at: 4 K, exponent: 0 }|platform.link.exponent: came \"0\" (out of range), due a number above 0 up to 10",
                "link|{ value: 1 uJ/K, at: 4 K, exponent: 1 }|platform.link.value: came \"1 uJ/K\" (wrong unit uJ/K), due a thermal conductance above zero with its spread, like 0.14 uW/K ± 2 %",
                "addenda|{ value: 1 uJ/K, at: 0 K, exponent: 1 }|platform.addenda.at: came \"0 K\" (out of range), due a temperature above zero, like 4 K",
                "link|{ table: ../tables/t.csv, exponent: 1 }|platform.link.exponent: came an unknown key, due one of table, uncertainty (nearest: table)",
                "link|{ table: ../tables/t.csv, uncertainty: 2 K }|platform.link.uncertainty: came \"2 K\" (wrong unit K), due a fraction of zero or more, like 0.1 %",
                "internal-time|10 ms`n  contact: 0 W/K|platform.contact: came \"0 W/K\" (out of range), due a thermal conductance above zero, like 0.14 uW/K",
                "internal-time|10 ms`n  self-heating: -1 nW|platform.self-heating: came \"-1 nW\" (out of range), due a power of zero or more, like 2 uW",
            })
    void aProblemSaysWhatWasDue(String key, String value, String expected) {
        table("T (K), K (uW/K)\n2, 0.1\n6, 0.3\n");

        assertThat(problems(key, value.replace("`n", "\n")))
                .singleElement()
                .asString()
                .matches(".*twin-two-instruments.yaml:\\d+: .*")
                .endsWith(": " + expected);
    }

    @Test
    void aTableThatIsNotThereIsAProblem() {
        assertThat(problems("link", "{ table: none.csv }"))
                .singleElement()
                .asString()
                .endsWith("platform.link.table: came \"none.csv\" (no such file: " + folder.resolve("rigs/none.csv")
                        + "), due the path of a CSV file, relative to this one");
    }

    @Test
    void allThatIsWrongInATableIsSaidWithItsLines() {
        table("T (K), K (uJ/K)\n2, 0.1\n2, 0.1\n9, 0.1\n9.5\n10, -1\nx, 1\n");

        var due = "two numbers, a temperature and its value, with a comma between them";
        var file = folder.resolve("tables/t.csv");
        assertThat(problems("link", "{ table: ../tables/t.csv }"))
                .containsExactly(
                        file
                                + ":1: came \"K (uJ/K)\" (wrong unit uJ/K), due two columns with their units, like T (K), a"
                                + " thermal conductance (uW/K)",
                        file
                                + ":3: came \"2, 0.1\", due a temperature above the one before, by less than a factor of 4",
                        file
                                + ":4: came \"9, 0.1\", due a temperature above the one before, by less than a factor of 4",
                        file + ":5: came \"9.5\", due " + due,
                        file + ":6: came \"10, -1\" (out of range), due " + due + ", both above zero",
                        file + ":7: came \"x, 1\" (not a number), due " + due + ", both above zero");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# nothing|came no point, due two points or more",
                "T (K), K (uW/K)`n2, 1|came one point, due two points or more",
                "T, K (uW/K)`n2, 1`n3, 1|1: came \"T\" (no unit), due two columns with their units, like T (K), a thermal conductance (uW/K)",
                "T (K)`n2`n3|1: came \"T (K)\", due two columns with their units, like T (K), a thermal conductance (uW/K)",
            })
    void aTableNeedsAHeaderAndTwoPoints(String text, String expected) {
        table(text.replace("`n", "\n"));

        assertThat(problems("link", "{ table: ../tables/t.csv }").get(0)).endsWith(expected);
    }

    @Test
    void aWrittenRigFindsItsTablesFromAnywhere() {
        table("T (K), K (uW/K)\n2, 0.1\n6, 0.3\n");
        var rig =
                Configs.here().rig(edited("link", "{ table: ../tables/t.csv }").toString());

        var written = EditedFile.write(folder, "deep/down/rig.yaml", RigText.on(rig, Map.of()));

        assertThat(Configs.here().rig(written.toString()).platform()).isEqualTo(rig.platform());
    }

    private void table(String text) {
        EditedFile.write(folder, "tables/t.csv", text);
    }

    private PlatformConfig platform(String key, String value) {
        return Configs.of(Path.of(".."), Optional.empty())
                .rig(edited(key, value).toString())
                .platform();
    }

    private List<String> problems(String key, String value) {
        return catchThrowableOfType(
                        InvalidConfigException.class,
                        () -> Configs.here().rig(edited(key, value).toString()))
                .problems()
                .stream()
                .map(Problem::toString)
                .toList();
    }

    /** The shipped rig with another value of one key of the platform. */
    private Path edited(String key, String value) {
        var text =
                EditedFile.shipped(RIG).replaceFirst("(?m)^  " + key + ": [^#\\n]*", "  " + key + ": " + value + " ");
        return EditedFile.write(folder, RIG, text);
    }
}
