package org.fieldfall.app.run;

import java.util.List;
import java.util.Optional;
import org.fieldfall.app.store.Json;
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
