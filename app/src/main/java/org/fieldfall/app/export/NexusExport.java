package org.fieldfall.app.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldfall.app.review.SummaryFigures;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.NexusFile;
import org.fieldfall.app.store.NexusGroup;
import org.fieldfall.protocols.fieldquench.PerformedShot;

/**
 * A run as NeXus: one entry, a subentry for each shot, the default plot that of the main shot's temperature.
 *
 * <p>A file holds at most {@value #MOST_READINGS} readings of a meter and shot, for all of a file is in memory while it is
 * written. A longer run fills several, each complete but for the readings of the others.
 */
public final class NexusExport {

    /** Of one meter in one shot. */
    static final int MOST_READINGS = 5_000_000;

    private final RecordedRun run;
    private final Manifest manifest;
    private final ShotSummary summary;
    private final int most;

    /** @param manifest as it was completed when the run was over */
    public NexusExport(RecordedRun run, Manifest manifest, ShotSummary summary) {
        this(run, manifest, summary, MOST_READINGS);
    }

    NexusExport(RecordedRun run, Manifest manifest, ShotSummary summary, int most) {
        this.run = run;
        this.manifest = manifest;
        this.summary = summary;
        this.most = most;
    }

    /** How many files it takes. */
    public int files() {
        int longest = run.shots().stream()
                .flatMap(shot -> meters(shot).stream())
                .mapToInt(Readings::size)
                .max()
                .orElse(0);
        return Math.max(1, (longest + most - 1) / most);
    }

    private List<Readings> meters(PerformedShot shot) {
        return Stream.of(Readings.thermometer(run, shot), Readings.monitor(run, shot))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Writes all of them, in place of older ones, the second and so on with a number at the end of the name. */
    public List<Path> write(Path file) {
        List<Path> written = new ArrayList<>();
        int files = files();
        for (int number = 1; number <= files; number++) {
            Path target = number == 1 ? file : CsvExport.beside(file, String.format(Locale.ROOT, "%02d", number));
            write(target, number, files);
            written.add(target);
        }
        return written;
    }

    private void write(Path file, int number, int files) {
        try (NexusFile nexus = NexusFile.create(file)) {
            String source = manifest.run().source().name().toLowerCase(Locale.ROOT);
            NexusGroup root = nexus.root()
                    .attribute("default", "entry")
                    .attribute("creator", "fieldfall")
                    .attribute("source", source);
            NexusGroup entry = root.group("entry", "NXentry")
                    .attribute("default", NexusShot.name(run.main()))
                    .attribute("file_number", number)
                    .attribute("files", files);
            SummaryFigures figures = SummaryFigures.of(summary);
            new NexusEntry(run, manifest, summary, figures).write(entry);
            for (PerformedShot shot : run.shots()) {
                new NexusShot(run, manifest, shot, figures, (number - 1) * (long) most, most).write(entry);
            }
        }
    }
}
