package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictFigureTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    /** Prints the kinds of the columns, the number of rows, and of missing numbers in the last column. */
    private static final String READ = """
            import sys, pandas
            for name in sys.argv[1:]:
                table = pandas.read_csv(name)
                kinds = {str(kind) for kind in table.dtypes}
                print(",".join(table.columns), sorted(kinds), len(table), table.iloc[:, -1].isna().sum())
            """;

    @TempDir
    Path folder;

    @Test
    void writesTableAndPicturesOfAFigureIntoANewFolder() {
        var output = folder.resolve("paper/figures");

        var terminal = figure("3", output);

        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out().lines())
                .containsExactly(
                        "wrote " + output.resolve("figure-3-mn12ac-paper.csv"),
                        "wrote " + output.resolve("figure-3-mn12ac-paper.svg"),
                        "wrote " + output.resolve("figure-3-mn12ac-paper.png"));
        assertThat(names(output))
                .containsExactly("figure-3-mn12ac-paper.csv", "figure-3-mn12ac-paper.png", "figure-3-mn12ac-paper.svg");
        assertThat(output.resolve("figure-3-mn12ac-paper.csv")).content().startsWith("temperature_k,tau_s\n2.0,");
    }

    @Test
    void jsonListsTheFilesOfSeveralFigures() throws Exception {
        var terminal = figure("6,3,6", folder, "--json", "--from=1T", "--to=0.1T", "--at=2K,4K");

        assertThat(terminal.exitCode()).isEqualTo(2);
        var good = figure("6,4,6", folder, "--json", "--from=1T", "--to=0.1T", "--at=2K,4K");
        assertThat(good.exitCode()).isZero();
        var files = new ObjectMapper().readTree(good.out()).get("files");
        assertThat(files).hasSize(6);
        assertThat(files)
                .allSatisfy(file -> assertThat(Path.of(file.textValue())).isNotEmptyFile());
        assertThat(folder.resolve("figure-4-mn12ac-paper.csv")).content().hasLineCount(3);
    }

    @Test
    void aSecondCallPutsItsFilesInPlaceOfTheFirstAndLeavesOthersAlone() throws Exception {
        var other = Files.writeString(folder.resolve("figure-4-mine.csv"), "mine");
        figure("4", folder, "--to=0.1T");
        var before = Files.readAllBytes(folder.resolve("figure-4-mn12ac-paper.svg"));

        var terminal = figure("4", folder, "--to=0.2T");

        assertThat(terminal.exitCode()).isZero();
        assertThat(folder.resolve("figure-4-mn12ac-paper.svg"))
                .content()
                .contains("0.2 T")
                .doesNotContain("0.1 T");
        assertThat(before).isNotEqualTo(Files.readAllBytes(folder.resolve("figure-4-mn12ac-paper.svg")));
        assertThat(other).hasContent("mine");
        assertThat(names(folder)).hasSize(4);
    }

    @Test
    void eachSampleHasItsOwnFilesAndItsOwnParameters() {
        figure("3", folder);

        Terminal.fieldfall("predict", "--sample=mn12ac-experiment", "--figure=3", "--output=" + folder);

        assertThat(names(folder)).hasSize(6);
        assertThat(folder.resolve("figure-3-mn12ac-paper.svg")).content().contains("= 4.60 K");
        assertThat(folder.resolve("figure-3-mn12ac-experiment.svg")).content().contains("= 4.00 K");
    }

    @Test
    void pandasReadsEveryTableWithoutOptions() throws Exception {
        requirePandas();
        figure("3,4,5,6", folder);

        var read = python(
                READ,
                names(folder).stream()
                        .filter(name -> name.endsWith(".csv"))
                        .map(name -> folder.resolve(name).toString())
                        .toList());

        assertThat(read.lines())
                .containsExactly(
                        "temperature_k,tau_s ['float64'] 202 0",
                        "initial_field_t,final_field_t,initial_temperature_k,sudden_delta_t_k ['float64'] 1910 0",
                        "initial_field_t,final_field_t,sudden_delta_t_min_k,initial_temperature_min_k ['float64'] 296 0",
                        "initial_field_t,final_field_t,initial_temperature_k,sudden_delta_t_k,isentropic_delta_t_k"
                                + " ['float64'] 764 0");
    }

    @Test
    void pandasReadsAMissingIsentropeAsMissing() throws Exception {
        requirePandas();
        figure("6", folder, "--from=1T", "--to=0T", "--at=4K,8K");

        var read =
                python(READ, List.of(folder.resolve("figure-6-mn12ac-paper.csv").toString()));

        assertThat(read).endsWith("['float64'] 2 1\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--figure=4|--figure needs --output, the folder for its files",
                "--figure=4 --output=|--figure needs --output, the folder for its files",
                "--output=x|--output is for --figure; numbers go to the standard output; missing --from, --to, --at (or --figure and --output)",
                "--figure=7 --output=x|Invalid value for option '--figure' (N): came \"7\", due 3, 4, 5 or 6",
                "--figure=four --output=x|Invalid value for option '--figure' (N): came \"four\", due 3, 4, 5 or 6",
                "--figure=3,,4 --output=x|Invalid value for option '--figure' (N): came \"\", due 3, 4, 5 or 6",
                "--from=1T|missing --to, --at (or --figure and --output)",
                "--from=1T --to=0T --at=4K --figure=3|--figure needs --output, the folder for its files",
            })
    void aWrongCombinationIsOneErrorOfUsage(String options, String message) {
        var terminal = predict(options);

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isEqualTo("fieldfall: " + message + "\nTry 'fieldfall predict --help'.\n");
        assertThat(Path.of("x")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--figure=3 --from=1T|figure 3: --from has no place in it: eq. (10) knows no field",
                "--figure=3,4 --to=0.1T|figure 3: --to has no place in it: eq. (10) knows no field",
                "--figure=4 --at=4K|figure 4: --at gives one temperature, due a range of them, like 1K:8K:0.1K",
                "--figure=5 --at=1K:2K:1K|figure 5: --at has no place in it: the starting temperature is what it searches",
                "--figure=6 --to=0T:1T:0.1T|figure 6: --to gives 11 fields, due at most 3",
            })
    void valuesThatAFigureCannotShowAreRefusedBeforeAnythingIsWritten(String options, String message) {
        var output = folder.resolve("none");

        var terminal = predict(options + " --output=" + output);

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).isEqualTo("fieldfall: " + message + "\n");
        assertThat(output).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeIsAFailureInOneLine() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");

        assertFails(figure("3", file), file + ": is there already and is no folder");
        assertFails(figure("3", file.resolve("below")), file.resolve("below").toString());
        assertFails(figure("3", Path.of("/proc/none")), "/proc/none");
    }

    private static void assertFails(Terminal terminal, String reason) {
        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).startsWith("fieldfall: ").contains(reason).hasLineCount(1);
    }

    private static Terminal figure(String numbers, Path output, String... more) {
        return Terminal.fieldfall(Stream.concat(
                        Stream.of("predict", "--sample=mn12ac-paper", "--figure=" + numbers, "--output=" + output),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static Terminal predict(String options) {
        return Terminal.fieldfall(
                Stream.concat(Stream.of("predict", "--sample=mn12ac-paper"), Stream.of(options.split(" ", -1)))
                        .toArray(String[]::new));
    }

    private static List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the tests prove a submission pandas must be there; a newcomer may go without. */
    private static void requirePandas() throws Exception {
        var isThere =
                Files.isExecutable(PYTHON) && run("import pandas", List.of()).exitValue() == 0;
        var message = "the Debian package python3-pandas is not installed: /usr/bin/python3 cannot import pandas";
        if (System.getenv("CI") == null) {
            assumeTrue(isThere, message);
        }
        assertThat(isThere).as(message).isTrue();
    }

    private static String python(String program, List<String> arguments) throws Exception {
        var process = run(program, arguments);
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static Process run(String program, List<String> arguments) throws Exception {
        var command = Stream.concat(Stream.of(PYTHON.toString(), "-c", program), arguments.stream());
        var process =
                new ProcessBuilder(command.toList()).redirectErrorStream(true).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("python ended").isTrue();
        return process;
    }
}
