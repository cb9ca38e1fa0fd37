package org.fieldfall.app.report;

import org.fieldfall.app.review.SummaryFigures;
import org.fieldfall.app.review.Timeline;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.Manifest;

/**
 * All that a report is made of.
 *
 * @param manifest with the end of the run in it
 * @param figures the summary's numbers by name
 * @param course in plain words
 * @param log what the tables need of its events
 */
record Told(
        RecordedRun run,
        Manifest manifest,
        ShotSummary summary,
        SummaryFigures figures,
        Timeline course,
        LogFacts log) {

    static Told of(RecordedRun run, Manifest manifest, ShotSummary summary) {
        return new Told(
                run,
                manifest,
                summary,
                SummaryFigures.of(summary),
                Timeline.of(run.folder().path()),
                LogFacts.of(run.folder().log()));
    }

    /** A number of the main shot's line in the summary; NaN where it has none. */
    double mainFigure(String name) {
        return summary.shots().stream()
                .filter(line -> line.number() == run.main().number())
                .map(line -> line.figures().getOrDefault(name, Double.NaN))
                .findFirst()
                .orElse(Double.NaN);
    }
}
