package org.fieldfall.app.live.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.protocols.run.GuardTripped;
import org.fieldfall.protocols.run.OperatorSaid;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.sequence.Consequence;
import org.fieldfall.protocols.sequence.LevelGuard;

/** How the guards of a run stand: the level each sees, and what tripped. Used by one thread. */
final class GuardBoard implements RunListener {

    private static final int MOST = 200;

    private final Map<String, Seen> guards = new LinkedHashMap<>();

    private static final class Seen {
        private Optional<LevelGuard> guard;
        private double level = Double.NaN;
        private Optional<GuardTripped> trip = Optional.empty();
        private boolean isLatched;

        Seen(Optional<LevelGuard> guard) {
            this.guard = guard;
        }
    }

    GuardBoard(List<LevelGuard> all) {
        all.forEach(guard -> guards.put(guard.name(), new Seen(Optional.of(guard))));
    }

    @Override
    public void heard(RunEvent event) {
        if (event instanceof ScalarRead read) {
            guards.values().forEach(seen -> look(seen, read));
        } else if (event instanceof GuardTripped tripped && guards.size() < MOST) {
            Seen seen = guards.computeIfAbsent(tripped.guard(), unknown -> new Seen(Optional.empty()));
            seen.trip = Optional.of(tripped);
            seen.isLatched = true;
        } else if (event instanceof OperatorSaid said) {
            guards.forEach((name, seen) -> seen.isLatched &= !name.equals(said.about()));
        }
    }

    private static void look(Seen seen, ScalarRead read) {
        seen.guard.filter(guard -> guard.channel().equals(read.channel())).ifPresent(guard -> {
            boolean isRaw = guard.unit().equals(read.rawUnit()) && !guard.unit().equals(read.unit());
            seen.level = isRaw ? read.raw() : read.value();
        });
    }

    List<Map<String, Object>> json() {
        return guards.entrySet().stream()
                .map(each -> json(each.getKey(), each.getValue()))
                .toList();
    }

    private static Map<String, Object> json(String name, Seen seen) {
        Optional<GuardTripped> trip = seen.trip;
        return new Body()
                .put("name", name)
                .put("channel", seen.guard.map(LevelGuard::channel).orElse(""))
                .put(
                        "unit",
                        seen.guard
                                .map(LevelGuard::unit)
                                .or(() -> trip.map(GuardTripped::unit))
                                .orElse(""))
                .put("lowest", seen.guard.map(LevelGuard::lowest))
                .put("highest", seen.guard.map(LevelGuard::highest))
                .put("level", seen.level)
                .put(
                        "consequence",
                        seen.guard
                                .map(LevelGuard::consequence)
                                .map(Consequence::word)
                                .orElse(""))
                .put("state", seen.isLatched ? "latched" : trip.isPresent() ? "acknowledged" : "ok")
                .put("tripped_rig_s", trip.map(GuardTripped::rigSeconds))
                .put("tripped_value", trip.map(GuardTripped::value))
                .put("tripped_limit", trip.map(GuardTripped::limit))
                .put("what_follows", trip.map(GuardTripped::consequence).orElse(""))
                .values();
    }
}
