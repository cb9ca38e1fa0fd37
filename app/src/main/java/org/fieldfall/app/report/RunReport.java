package org.fieldfall.app.report;

import java.nio.file.Path;
import org.fieldfall.app.run.DerivedFile;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.TextFile;

/** {@code report.html} in a run's folder. */
public final class RunReport implements DerivedFile {

    @Override
    public void write(RecordedRun run, Manifest completed, ShotSummary summary) {
        write(run, completed, summary, run.folder().report());
    }

    /** Writes it elsewhere. */
    public static void write(RecordedRun run, Manifest completed, ShotSummary summary, Path file) {
        TextFile.write(file, Report.html(run, completed, summary));
    }
}
