package org.fieldfall.app.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.RowsTaken;
import org.fieldfall.protocols.run.RunEvent;

/** The readings of one series themselves, from the place in the log where a pyramid says they stand. */
final class RawReadings {

    private final Path log;
    private final PyramidSeries series;
    private final List<PyramidPoint> found = new ArrayList<>();

    RawReadings(Path log, PyramidSeries series) {
        this.log = log;
        this.series = series;
    }

    /** Every reading between two times. */
    List<PyramidPoint> between(double from, double to) {
        var start = series.marks().get(0);
        for (var mark : series.marks()) {
            start = mark.seconds() <= from ? mark : start;
        }
        try (var follower = LogFollower.from(log, start.position())) {
            follower.pollWhile(entry -> take(entry.event(), from, to) < Math.min(to, series.lastSeconds()));
        }
        return found;
    }

    /** Takes what is of the series and within the times; tells the time of its last reading. */
    private double take(RunEvent event, double from, double to) {
        if (event instanceof BlockTaken taken && isOurs(taken.channel(), taken.acquisition())) {
            var block = taken.block();
            for (int i = 0; i < block.size(); i++) {
                add((block.firstIndex() + i) * block.intervalSeconds(), block.raw()[i], from, to);
            }
            return (block.firstIndex() + block.size() - 1) * block.intervalSeconds();
        }
        if (event instanceof RowsTaken taken && isOurs(taken.channel(), taken.acquisition()) && taken.size() > 0) {
            taken.columns().stream()
                    .filter(column -> column.name().equals(series.column()))
                    .forEach(column -> {
                        for (int i = 0; i < taken.size(); i++) {
                            add(taken.seconds()[i], column.values()[i], from, to);
                        }
                    });
            return taken.seconds()[taken.size() - 1];
        }
        return Double.NEGATIVE_INFINITY;
    }

    private void add(double seconds, double value, double from, double to) {
        if (seconds >= from && seconds <= to) {
            found.add(PyramidPoint.of(seconds, value));
        }
    }

    private boolean isOurs(String channel, int acquisition) {
        return channel.equals(series.channel()) && acquisition == series.acquisition();
    }
}
