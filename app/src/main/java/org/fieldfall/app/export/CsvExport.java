package org.fieldfall.app.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.fieldfall.app.review.SummaryFigures;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.Table;
import org.fieldfall.protocols.fieldquench.FollowedCourse;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.fieldfall.protocols.run.ScalarRead;

/**
 * A run as CSV files that pandas reads without options: the thermometer's readings in the file that was asked for, and beside
 * it, with a word at the end of the name, the field monitor's, the predictions, what was polled, and the summary's figures.
 */
public final class CsvExport {

    private final RecordedRun run;
    private final ShotSummary summary;
    private final String source;
    private final List<Path> written = new ArrayList<>();

    public CsvExport(RecordedRun run, ShotSummary summary) {
        this.run = run;
        this.summary = summary;
        this.source = run.manifest().run().source().name().toLowerCase(Locale.ROOT);
    }

    /** Writes them in place of older ones and answers which. A file that would have no row is not made, but for the first. */
    public List<Path> write(Path file) {
        String raw = "raw_" + run.facts().thermometer().rawUnit().toLowerCase(Locale.ROOT);
        readings(file, raw, "temperature_k", all(shot -> Readings.thermometer(run, shot)));
        List<Readings> monitored = all(shot -> Readings.monitor(run, shot));
        if (!monitored.isEmpty()) {
            String rawVolts = "raw_" + Readings.MONITOR_UNIT.toLowerCase(Locale.ROOT);
            readings(beside(file, "field"), rawVolts, "field_t", monitored);
        }
        List<PerformedShot> predicted = run.shots().stream()
                .filter(shot -> shot.notes().prediction().isPresent())
                .toList();
        if (!predicted.isEmpty()) {
            predictions(beside(file, "prediction"), predicted);
        }
        polled(beside(file, "polled"));
        figures(beside(file, "figures"));
        return List.copyOf(written);
    }

    private List<Readings> all(Function<PerformedShot, Optional<Readings>> meter) {
        return run.shots().stream().flatMap(shot -> meter.apply(shot).stream()).toList();
    }

    static Path beside(Path file, String word) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(
                dot <= 0 ? name + "-" + word : name.substring(0, dot) + "-" + word + name.substring(dot));
    }

    private void readings(Path file, String rawName, String valueName, List<Readings> meters) {
        try (Table table = create(file, "shot", "time_s", "since_ramp_s", rawName, valueName, "source")) {
            for (Readings meter : meters) {
                String shot = String.valueOf(meter.shot().number());
                for (int i = 0; i < meter.size(); i++) {
                    table.cells(
                            shot, meter.seconds(i), meter.sinceRampSeconds(i), meter.raw(i), meter.value(i), source);
                }
            }
        }
    }

    private void predictions(Path file, List<PerformedShot> shots) {
        try (Table table = create(file, "shot", "after_ramp_s", "temperature_k", "delta_t_k", "sigma_k", "source")) {
            for (PerformedShot shot : shots) {
                FollowedCourse curve = shot.notes().prediction().orElseThrow();
                double[] seconds = curve.afterRampSeconds();
                double[] delta = curve.deltaKelvin();
                double[] sigma = curve.kelvinSigma();
                for (int i = 0; i < seconds.length; i++) {
                    table.cells(
                            String.valueOf(shot.number()),
                            seconds[i],
                            curve.startKelvin() + delta[i],
                            delta[i],
                            sigma[i],
                            source);
                }
            }
        }
    }

    private void polled(Path file) {
        Polled polled = Polled.of(run.folder().log());
        if (polled.channels().isEmpty()) {
            return;
        }
        try (Table table = create(file, "channel", "time_s", "raw", "raw_unit", "value", "unit", "source")) {
            polled.channels().values().forEach(readings -> readings.forEach(read -> row(table, read)));
        }
    }

    private void row(Table table, ScalarRead read) {
        table.cells(read.channel(), read.rigSeconds(), read.raw(), read.rawUnit(), read.value(), read.unit(), source);
    }

    private void figures(Path file) {
        SummaryFigures figures = SummaryFigures.of(summary);
        try (Table table = create(file, "figure", "value", "sigma", "unit", "source")) {
            for (String key : figures.keys()) {
                UnitInName known = UnitInName.of(key);
                table.cells(known.name(), figures.value(key), figures.sigma(key), known.unit(), source);
            }
        }
    }

    private Table create(Path file, String... columns) {
        written.add(file);
        return Table.create(file, columns);
    }
}
