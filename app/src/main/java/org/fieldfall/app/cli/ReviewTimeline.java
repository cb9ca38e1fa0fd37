package org.fieldfall.app.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fieldfall.app.review.Moment;
import org.fieldfall.app.review.Timeline;
import org.fieldfall.app.store.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The course of one stored run in plain words. */
@Command(
        name = "timeline",
        description = "Tell the course of a stored run: phases, guards, faults, operator, clocks, the way to safety.")
final class ReviewTimeline implements Action {

    private final Desk desk;

    @Mixin
    private StoredOptions stored = new StoredOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "Number, beginning of the id or of the path, or a path.")
    private String run = "";

    ReviewTimeline(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        Timeline timeline = Timeline.of(stored.runs().find(run));
        if (stored.isJson()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("source", timeline.manifest().run().source());
            told.put("id", timeline.manifest().run().id());
            told.put("started_utc", timeline.manifest().run().started());
            told.put("status", timeline.manifest().ending().status());
            told.put("moments", timeline.moments());
            desk.out().println(Json.text(told));
        } else {
            print(timeline);
        }
        return ExitCode.SUCCESS;
    }

    private void print(Timeline timeline) {
        desk.out().println(RunName.of(timeline.manifest()));
        desk.out().println("seconds since the run began by the rig's clock; wall time UTC; ! is trouble");
        desk.out().println();
        timeline.moments().forEach(this::print);
        desk.out().println();
        desk.out()
                .println(
                        timeline.troubles().isEmpty()
                                ? "no trouble"
                                : timeline.troubles().size() + " troubles");
    }

    private void print(Moment moment) {
        String at = Double.isNaN(moment.atSeconds()) ? "" : String.format(Locale.ROOT, "%.3f s", moment.atSeconds());
        desk.out()
                .println(String.format(
                        Locale.ROOT,
                        "%13s  %-12s %s %-8s %s",
                        at,
                        wall(moment.wallUtc()),
                        moment.isTrouble() ? "!" : " ",
                        moment.kind(),
                        moment.text()));
    }

    /** Time of day to the millisecond. */
    private static String wall(String instant) {
        int time = instant.indexOf('T') + 1;
        String day = instant.substring(time).replace("Z", "");
        return day.substring(0, Math.min(12, day.length()));
    }
}
