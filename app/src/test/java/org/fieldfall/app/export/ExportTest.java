package org.fieldfall.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fieldfall.app.review.SyntheticRun;
import org.fieldfall.app.review.SyntheticSweep;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.drivers.calibration.Calibration;
import org.fieldfall.protocols.run.PhaseStarted;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Exports of a record whose every reading is known, opened by readers nobody here wrote: Debian's h5py and pandas. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {

    private static final Path LOOK = Path.of("src", "test", "resources", "exports", "look.py");

    private Path folder;
    private SyntheticSweep sweep;
    private RunFolder stored;
    private RecordedRun run;
    private ShotSummary summary;
    private JsonNode seen;

    @BeforeAll
    void export(@TempDir Path temporary) throws Exception {
        folder = temporary;
        var python = new DebianPython(folder);
        python.need("python3-h5py, python3-pandas", "h5py, pandas");
        var curve = Path.of("..", "config", "calibrations", "cx1050-typical.340");
        sweep = new SyntheticSweep(
                Calibration.read("cx1050-typical.340", Files.readString(curve)).curve());
        stored = sweep.write(SyntheticSweep.run(SyntheticRun.under(folder)));
        run = RecordedRun.open(stored.path());
        summary = run.summary();

        var nexus = new NexusExport(run, run.manifest(), summary).write(folder.resolve("x.nxs"));
        var tables = new CsvExport(run, summary).write(folder.resolve("x.csv"));

        assertThat(nexus).containsExactly(folder.resolve("x.nxs"));
        assertThat(tables)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("x.csv", "x-field.csv", "x-prediction.csv", "x-polled.csv", "x-figures.csv");
        var arguments = new ArrayList<>(nexus);
        arguments.addAll(tables);
        seen = new ObjectMapper().readTree(python.said(LOOK, arguments.toArray(Path[]::new)));
    }

    private static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        Arrays.setAll(numbers, i -> list.get(i).asDouble());
        return numbers;
    }

    @Test
    void opensInH5pyWithTheTemperatureAsItsPlotAndEveryReadingInIt() {
        var plot = seen.path("default");
        double[] kelvin = Arrays.stream(sweep.volts()).map(sweep::kelvinOf).toArray();

        assertThat(plot.path("signal").asText()).isEqualTo("temperature");
        assertThat(plot.path("axis").asText()).isEqualTo("time");
        assertThat(plot.path("unit").asText()).isEqualTo("K");
        assertThat(plot.path("axis_unit").asText()).isEqualTo("s");
        assertThat(numbers(plot.path("raw"))).isEqualTo(sweep.volts());
        assertThat(numbers(plot.path("values"))).containsExactly(kelvin, within(1e-9));
    }

    /** The ramp's start is found in the readings, good to a few of them. */
    @Test
    void countsTimeFromTheStartOfTheRampAndSaysWhenThatWas() {
        var plot = seen.path("default");
        double[] times = numbers(plot.path("times"));
        var zero = Instant.parse(plot.path("start").asText());
        var ramp = run.manifest().run().rigTimeZero().plusMillis((long) (1000 * SyntheticSweep.RAMP));

        assertThat(times[0]).isCloseTo(SyntheticSweep.ACQUISITION - SyntheticSweep.RAMP, within(0.01));
        assertThat(times[100] - times[0]).isCloseTo(100 * SyntheticSweep.INTERVAL, within(1e-9));
        assertThat(Duration.between(ramp, zero).toNanos() * 1e-9).isCloseTo(0, within(0.01));
    }

    @Test
    void keepsTheFieldMonitorOnItsOwnClock() {
        var field = seen.path("field");
        double[] tesla = numbers(field.path("values"));
        double[] times = numbers(field.path("times"));

        assertThat(field.path("unit").asText()).isEqualTo("T");
        assertThat(tesla).hasSize(900);
        // 3 uV on 10 T/V is 0.03 mT; four times that.
        assertThat(tesla[0]).isCloseTo(1, within(1.2e-4));
        assertThat(tesla[899]).isCloseTo(0.1, within(1.2e-4));
        assertThat(times[0]).isCloseTo(-0.4, within(0.005));
        assertThat(seen.at("/prediction/values/0").asDouble()).isCloseTo(4, within(0.01));
    }

    @Test
    void carriesNumbersWithUnitsAndUncertainties() {
        assertThat(seen.at("/mass/value").asDouble()).isCloseTo(4, within(1e-9));
        assertThat(seen.at("/mass/unit").asText()).isEqualTo("mg");
        assertThat(seen.at("/mass_errors/value").asDouble()).isCloseTo(0.01, within(1e-9));
        assertThat(seen.at("/sudden/value").asDouble()).isEqualTo(summary.suddenDelta());
        assertThat(seen.at("/sudden/unit").asText()).isEqualTo("K");
        assertThat(seen.at("/rate/value").asDouble()).isEqualTo(summary.rateAchieved());
        assertThat(seen.at("/rate/value").asDouble()).isCloseTo(10, within(0.05));
        assertThat(seen.at("/rate/unit").asText()).isEqualTo("T/s");
        assertThat(numbers(seen.path("bath"))).containsExactly(4.001, 4.002);
        assertThat(seen.path("verdict").asText()).isEqualTo(summary.verdict());
    }

    @Test
    void tellsWhatItWasMadeWith() {
        var rig = run.manifest().documents().rig();

        assertThat(seen.path("rig").asText()).isEqualTo(rig.text());
        assertThat(seen.path("rig_sha256").asText()).isEqualTo(rig.sha256());
    }

    @Test
    void saysSimulatorWhereverThereAreReadings() {
        assertThat(seen.path("title").asText()).startsWith("SIMULATOR: run 1");
        assertThat(seen.path("source").asText()).isEqualTo("simulator");
        assertThat(seen.at("/default/title").asText()).startsWith("SIMULATOR: ");
        assertThat(seen.path("sources"))
                .hasSize(5)
                .allMatch(source -> source.asText().equals("simulator"));
        assertThat(seen.path("tables"))
                .hasSize(5)
                .allSatisfy(table -> assertThat(table.path("sources"))
                        .extracting(JsonNode::asText)
                        .containsExactly("simulator"));
    }

    @Test
    void opensInPandasWithoutOptions() {
        var readings = seen.at("/tables/x.csv");
        double sum = Arrays.stream(sweep.volts()).map(sweep::kelvinOf).sum();

        assertThat(readings.path("rows").asInt()).isEqualTo(sweep.volts().length);
        assertThat(readings.path("columns"))
                .extracting(JsonNode::asText)
                .containsExactly("shot", "time_s", "since_ramp_s", "raw_v", "temperature_k", "source");
        assertThat(readings.path("numbers")).hasSize(5);
        assertThat(seen.path("kelvin_sum").asDouble()).isCloseTo(sum, within(1e-9 * sum));
        // 0.25 K at once and 0.55 K with a second: all of it but 2e-5 of the latter at 10 s.
        assertThat(seen.path("cooling").asDouble()).isCloseTo(-0.8, within(0.001));
        assertThat(seen.at("/tables/x-polled.csv/columns"))
                .extracting(JsonNode::asText)
                .contains("channel", "value", "unit");
        assertThat(seen.at("/tables/x-field.csv/last/field_t").asDouble()).isCloseTo(0.1, within(1.2e-4));
        assertThat(seen.at("/tables/x-figures.csv/columns"))
                .extracting(JsonNode::asText)
                .containsExactly("figure", "value", "sigma", "unit", "source");
    }

    @Test
    void numbersTheFilesOfARunTooLongForOne() throws Exception {
        var export = new NexusExport(run, run.manifest(), summary, 8000);

        var files = export.write(folder.resolve("long.nxs"));

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("long.nxs", "long-02.nxs", "long-03.nxs");
        var last = new ObjectMapper().readTree(new DebianPython(folder).said(LOOK, files.get(2)));
        double[] raw = numbers(last.at("/default/raw"));
        assertThat(raw).isEqualTo(Arrays.copyOfRange(sweep.volts(), 16_000, sweep.volts().length));
        assertThat(last.path("field").isNull()).isTrue();
        assertThat(last.at("/default/times/0").asDouble())
                .isEqualTo(seen.at("/default/times/16000").asDouble());
    }

    @Test
    void exportsARunThatNeverCameToAReading() {
        var early =
                SyntheticRun.under(folder).started("2026-11-22T08:00:00Z").write(new PhaseStarted(4, "prepare", 60));
        var record = RecordedRun.open(early.path());

        new NexusExport(record, record.manifest(), record.summary()).write(folder.resolve("early.nxs"));
        List<Path> tables = new CsvExport(record, record.summary()).write(folder.resolve("early.csv"));

        assertThat(folder.resolve("early.nxs")).isNotEmptyFile();
        assertThat(tables).hasSize(2);
        assertThat(folder.resolve("early.csv")).hasContent("shot,time_s,since_ramp_s,raw_v,temperature_k,source\n");
    }
}
