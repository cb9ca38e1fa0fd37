package org.fieldfall.app.campaign;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fieldfall.app.store.CampaignEvent.ShotBegun;
import org.fieldfall.app.store.EndStatus;

/** A rig of no iron: performs shots in no time, dies where it is told to, and keeps its runs as a disk would. */
final class FakeShots implements ShotPerformer, Mender {

    /** The process is no more; nobody catches it. */
    static final class Killed extends Error {}

    /** Where the process of a shot may die. */
    enum Moment {
        BEFORE_ITS_RECORD,
        IN_ITS_RUN,
        AFTER_ITS_RUN
    }

    static final double SECONDS = 100;

    /** Every run that was ever begun, in order. */
    final List<Run> runs = new ArrayList<>();

    private final Map<UUID, Performed> disk = new HashMap<>();
    private final Deque<Performed> outcomes = new ArrayDeque<>();
    private int runsToDeath = Integer.MAX_VALUE;
    private Moment death = Moment.IN_ITS_RUN;

    record Run(int shot, int attempt, Object settings, long seed) {}

    /** Dies in the n-th run from now. */
    FakeShots dyingIn(int nth, Moment moment) {
        runsToDeath = nth;
        death = moment;
        return this;
    }

    /** What the next runs come to; a good one where nothing is left to say. */
    FakeShots comingTo(Performed... next) {
        outcomes.addAll(List.of(next));
        return this;
    }

    static Performed of(EndStatus status, String quality) {
        return new Performed("run", status, "as it was told", quality, "", SECONDS, Map.of("x", 1.0), true);
    }

    @Override
    public Performed perform(CampaignShot shot, ShotBegun begun, Consumer<String> recorded) {
        runs.add(new Run(shot.number(), begun.attempt(), begun.settings(), begun.seed()));
        runsToDeath--;
        dieAt(Moment.BEFORE_ITS_RECORD);
        recorded.accept("run");
        disk.put(begun.runId(), of(EndStatus.UNKNOWN, "unknown"));
        dieAt(Moment.IN_ITS_RUN);
        Performed outcome = outcomes.isEmpty() ? of(EndStatus.SUCCESS, "good") : outcomes.remove();
        disk.put(begun.runId(), outcome);
        dieAt(Moment.AFTER_ITS_RUN);
        return outcome;
    }

    private void dieAt(Moment moment) {
        if (runsToDeath == 0 && death == moment) {
            throw new Killed();
        }
    }

    @Override
    public Performed mend(ShotBegun begun) {
        return disk.getOrDefault(begun.runId(), Performed.nothing(EndStatus.UNKNOWN, "no record", true));
    }
}
