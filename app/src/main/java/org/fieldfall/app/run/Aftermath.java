package org.fieldfall.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.Pyramid;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.app.store.Table;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is made of a run's record: what pictures are drawn from, tables, pictures, summary. */
record Aftermath(RecordedRun run) {

    private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

    /**
     * Writes what can be derived and answers the summary. A file that cannot be written is a remark and spares the next.
     *
     * @param unwritten gains the files that are missing for it, {@code summary.json} included
     */
    ShotSummary write(List<String> unwritten) {
        attempt(() -> Pyramid.build(run.folder()), unwritten);
        for (PerformedShot shot : run.shots()) {
            attempt(() -> writeTrace(shot), unwritten);
            run.picture(shot)
                    .ifPresent(picture ->
                            attempt(() -> picture.write(run.folder().picture(shot.number())), unwritten));
        }
        ShotSummary summary = new SummaryOf(run).summary(unwritten);
        attempt(() -> Json.write(run.folder().summary(), summary), unwritten);
        return summary;
    }

    /**
     * Writes what others make of the record. What cannot be written, whatever the reason, is a remark and no more: the record
     * is whole without it.
     *
     * @param completed the manifest with the end of the run
     * @param summary as it was written
     * @param unwritten files that are missing for it already
     * @return the summary, with remarks on what could not be written
     */
    ShotSummary write(List<DerivedFile> files, Manifest completed, ShotSummary summary, List<String> unwritten) {
        List<String> missing = new ArrayList<>();
        files.forEach(file -> attempt(() -> shielded(file, completed, summary), missing));
        if (missing.isEmpty()) {
            return summary;
        }
        missing.addAll(0, unwritten);
        ShotSummary remarked = new SummaryOf(run).summary(missing);
        attempt(() -> Json.write(run.folder().summary(), remarked), missing);
        return remarked;
    }

    /** Whatever goes wrong is told as what could not be written. */
    void shielded(DerivedFile file, Manifest completed, ShotSummary summary) {
        try {
            file.write(run, completed, summary);
        } catch (StoreException told) {
            throw told;
        } catch (RuntimeException unforeseen) {
            throw new StoreException(run.folder().path() + ": a derived file cannot be made", unforeseen);
        }
    }

    /** Does what may fail for the disk's sake alone. */
    static void attempt(Runnable writing, List<String> unwritten) {
        try {
            writing.run();
        } catch (StoreException failure) {
            LOG.error("{}", failure.getMessage());
            unwritten.add(String.valueOf(failure.getMessage()));
        }
    }

    private void writeTrace(PerformedShot shot) {
        Optional<Trace> taken = shot.notes().trace();
        if (taken.isEmpty()) {
            return;
        }
        Trace trace = taken.get();
        double start = shot.notes().acquisitionSentSeconds();
        try (Table table = Table.trace(
                run.folder().trace(shot.number()), run.facts().thermometer().rawUnit())) {
            for (int i = 0; i < trace.size(); i++) {
                double raw = trace.raw()[i];
                table.row(
                        start + i * trace.intervalSeconds(),
                        raw,
                        run.facts().thermometry().kelvin().applyAsDouble(raw));
            }
        }
    }
}
