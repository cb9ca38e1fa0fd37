package org.fieldfall.app.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.fieldfall.app.review.Moment;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.SafeStateStep;

/** How it went: phases with their marks, troubles, the proof that the rig was left safe, and the whole course. */
final class CourseOfRun {

    private static final int TIME_OF_DAY = "2026-11-22T".length();
    private static final int TO_THE_MILLISECOND = "10:00:00.000".length();

    private final Told told;
    private final Html page;
    private final double startSeconds;

    CourseOfRun(Told told, Html page) {
        this.told = told;
        this.page = page;
        Manifest.Run run = told.manifest().run();
        this.startSeconds = Duration.between(run.rigTimeZero(), run.started()).toNanos() * 1e-9;
    }

    void write() {
        page.open("section").element("h2", "Course");
        phases();
        troubles();
        safety();
        page.openFold("The whole course");
        moments(told.course().moments());
        page.close().close();
    }

    private void phases() {
        page.open("table", "phases").head("phase", "began", "took", "at most", "mark", "why it ended");
        page.open("tbody");
        told.log()
                .phases()
                .forEach(phase -> page.row(
                        phase.started().phase(),
                        since(phase.started().rigSeconds()),
                        phase.ended()
                                .map(ended -> seconds(
                                        ended.rigSeconds() - phase.started().rigSeconds()))
                                .orElse("never ended"),
                        seconds(phase.started().deadlineSeconds()),
                        phase.ended().map(ended -> mark(ended.quality())).orElse("! none"),
                        phase.ended().map(PhaseEnded::why).orElse("the record ends in it")));
        page.close().close();
        page.element("p", "Times count from the beginning of the run, on the rig's clock.");
    }

    private static String mark(Quality quality) {
        String word = quality.name().toLowerCase(Locale.ROOT);
        return quality == Quality.GOOD ? word : "! " + word;
    }

    private String since(double rigSeconds) {
        return seconds(rigSeconds - startSeconds);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private void troubles() {
        page.element("h3", "Guards, faults, operator");
        List<Moment> troubles = told.course().troubles();
        if (troubles.isEmpty()) {
            page.element("p", "No guard tripped, no line was lost, nobody stepped in.");
        } else {
            moments(troubles);
        }
    }

    private void safety() {
        page.element("h3", "Safe state");
        List<SafeStateStep> steps = told.log().safety();
        List<Moment> takenOver = told.course().takenOver();
        if (!takenOver.isEmpty()) {
            page.element("p", "The run was lost; its guardian acted in its place.");
            moments(takenOver);
        }
        if (steps.isEmpty() && takenOver.isEmpty()) {
            page.element("p", "! The record holds no safe state: nothing proves that the rig was left safe.");
        }
        if (steps.isEmpty()) {
            return;
        }
        page.open("table").head("instrument", "at", "sent", "seen", "safe").open("tbody");
        steps.forEach(step -> page.row(
                step.instrument(),
                since(step.rigSeconds()),
                step.command(),
                step.readback(),
                step.isSafe() ? "yes" : "! NO"));
        page.close().close();
    }

    private void moments(List<Moment> moments) {
        page.open("table", "course").head("time", "UTC", "kind", "what").open("tbody");
        moments.forEach(moment -> page.row(
                Double.isNaN(moment.atSeconds()) ? "" : seconds(moment.atSeconds()),
                timeOfDay(moment.wallUtc()),
                (moment.isTrouble() ? "! " : "") + moment.kind(),
                moment.text()));
        page.close().close();
    }

    private static String timeOfDay(String instant) {
        return instant.length() < TIME_OF_DAY
                ? ""
                : instant.substring(TIME_OF_DAY, Math.min(instant.length(), TIME_OF_DAY + TO_THE_MILLISECOND))
                        .replace("Z", "");
    }
}
