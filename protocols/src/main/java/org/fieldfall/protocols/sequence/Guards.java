package org.fieldfall.protocols.sequence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldfall.protocols.run.ScalarRead;

/** The guards of a run with the last reading of every channel. Used by the sequencer's thread alone. */
final class Guards {

    private final List<LevelGuard> guards;
    private final Map<String, ScalarRead> last = new HashMap<>();
    private double armedSeconds = Double.NaN;

    Guards(List<LevelGuard> guards) {
        this.guards = List.copyOf(guards);
    }

    /** From now on a channel that is not read counts as stale in time. */
    void arm(double now) {
        if (Double.isNaN(armedSeconds)) {
            armedSeconds = now;
        }
    }

    /** Takes a reading and tests its level. */
    List<LevelGuard.Trip> heard(ScalarRead reading) {
        last.put(reading.channel(), reading);
        return on(reading.channel())
                .map(guard -> guard.look(reading))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Tests the last level of every channel, however old. */
    List<LevelGuard.Trip> levels() {
        return guards.stream()
                .map(guard -> lastOf(guard.channel()).flatMap(guard::look))
                .flatMap(Optional::stream)
                .toList();
    }

    List<LevelGuard.Trip> ages(double now) {
        return guards.stream()
                .map(guard -> guard.lookAtAge(now, age(guard.channel(), now)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Seconds since a channel was read last; since arming if it never was, and 0 before that. */
    private double age(String channel, double now) {
        double since = Math.max(armedSeconds, lastSeconds(channel));
        return Double.isNaN(since) ? 0 : now - since;
    }

    /** Rig time of the last reading of a channel; minus infinity if there was none. */
    double lastSeconds(String channel) {
        return lastOf(channel).map(ScalarRead::rigSeconds).orElse(Double.NEGATIVE_INFINITY);
    }

    private Optional<ScalarRead> lastOf(String channel) {
        return Optional.ofNullable(last.get(channel));
    }

    private Stream<LevelGuard> on(String channel) {
        return guards.stream().filter(guard -> guard.channel().equals(channel));
    }
}
