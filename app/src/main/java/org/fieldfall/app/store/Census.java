package org.fieldfall.app.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.ScalarRead;

/** Counts the readings of a log as they go by. */
final class Census implements Consumer<LogEntry> {

    private record Series(String channel, int acquisition) {}

    private final Map<Series, BlockCount> blocks = new LinkedHashMap<>();
    private final Map<String, Long> polled = new LinkedHashMap<>();
    private Optional<LogEntry> last = Optional.empty();
    private Optional<String> phase = Optional.empty();
    private int phasesEnded;
    private double lastSeconds = Double.NEGATIVE_INFINITY;

    @Override
    public void accept(LogEntry entry) {
        last = Optional.of(entry);
        var event = entry.event();
        lastSeconds = Math.max(lastSeconds, event.rigSeconds());
        if (event instanceof BlockTaken block) {
            blocks.computeIfAbsent(new Series(block.channel(), block.acquisition()), series -> new BlockCount())
                    .take(block, phasesEnded);
        } else if (event instanceof ScalarRead read) {
            polled.merge(read.channel(), 1L, Long::sum);
        } else if (event instanceof PhaseStarted started) {
            phase = Optional.of(started.phase());
        } else if (event instanceof PhaseEnded) {
            phase = Optional.empty();
            phasesEnded++;
        }
    }

    Optional<LogEntry> last() {
        return last;
    }

    Optional<String> phase() {
        return phase;
    }

    List<HeldReadings> channels() {
        List<HeldReadings> all = new ArrayList<>();
        blocks.forEach((series, count) -> all.add(held(series, count)));
        polled.forEach(
                (channel, count) -> all.add(new HeldReadings(channel, 0, count, OptionalLong.empty(), List.of())));
        return all;
    }

    private HeldReadings held(Series series, BlockCount count) {
        // No phase has ended since its last block, so it was being drained when the log ended.
        boolean isRunning = count.phasesEnded() == phasesEnded && phase.isPresent();
        long due = isRunning ? count.dueBy(lastSeconds) : count.end();
        return new HeldReadings(
                series.channel(),
                series.acquisition(),
                count.held(),
                OptionalLong.of(due),
                count.gaps(series.channel(), series.acquisition(), due));
    }
}
