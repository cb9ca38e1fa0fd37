package org.fieldfall.app.run;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.store.LogWriter;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.drivers.transport.LineStatistics;

/** What a run is made of besides its events, for whoever measures it: its lines and its log. Safe for use by several threads. */
public final class Works {

    private final Map<String, Line> lines;
    private final Map<String, String> resources;
    private final LogWriter log;

    Works(OpenRig rig, LogWriter log) {
        this.lines = rig.lines();
        this.resources = rig.resourcesOfLines();
        this.log = log;
    }

    /** The instruments whose lines are open. */
    public Set<String> instruments() {
        return Set.copyOf(lines.keySet());
    }

    /** What an instrument's line has done so far. */
    public Optional<LineStatistics> line(String instrument) {
        return Optional.ofNullable(lines.get(instrument)).map(Line::statistics);
    }

    /** Resource name of an instrument's line. */
    String resource(String instrument) {
        return resources.getOrDefault(instrument, "");
    }

    /** Tells each answered exchange: the instrument and the nanoseconds it took. Called on the line's thread; return soon. */
    public void onAnswer(BiConsumer<String, Long> heard) {
        lines.forEach((instrument, line) -> line.onAnswer(nanos -> heard.accept(instrument, nanos)));
    }

    /** Tells how many nanoseconds each finished force of the log took, on the log's thread; return soon. */
    public void onForce(LongConsumer heard) {
        log.onForce(heard);
    }

    /** Events that wait to be written. */
    public int waitingEvents() {
        return log.waiting();
    }

    /** Events that the log could not take. */
    public long lostEvents() {
        return log.lost();
    }
}
