package org.fieldfall.app.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.drivers.transport.LineListener;
import org.fieldfall.protocols.instrument.LineState;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.sequence.Watch;

/**
 * For how long a line has been lost, as a level that a guard may watch: a line that nobody uses in a phase is missed all the
 * same. Safe to share between threads.
 */
final class LinesWatch implements LineListener, Watch {

    /** Channel of the time for which the line lost longest has been away, in seconds of the wall clock. */
    static final String LOST = "line-lost";

    private static final double TELL_EVERY_SECONDS = 1;

    private final Map<String, Long> lostNanos = new HashMap<>();
    private long toldNanos = System.nanoTime();

    @Override
    public synchronized void changed(String who, LineState state, String why) {
        if (state == LineState.LOST) {
            lostNanos.putIfAbsent(who, System.nanoTime());
        } else if (state == LineState.BACK) {
            lostNanos.remove(who);
        }
    }

    @Override
    public synchronized Optional<ScalarRead> reading(double rigSeconds) {
        long now = System.nanoTime();
        if (lostNanos.isEmpty() || (now - toldNanos) / 1e9 < TELL_EVERY_SECONDS) {
            return Optional.empty();
        }
        toldNanos = now;
        long longest = lostNanos.values().stream()
                .mapToLong(since -> now - since)
                .max()
                .orElse(0);
        double seconds = longest / 1e9;
        return Optional.of(new ScalarRead(rigSeconds, LOST, seconds, "s", seconds, "s"));
    }
}
