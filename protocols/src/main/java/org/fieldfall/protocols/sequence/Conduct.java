package org.fieldfall.protocols.sequence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.ScalarRead;

/**
 * What a phase may use while it performs: the clock with waits that end at once on a stop and last through a hold, the
 * phase's own deadline, the guards, and the ear of the record. Used by the sequencer's thread alone.
 */
public final class Conduct {

    /** Longest wall time between two looks at the operator's requests, and between two drains of an instrument. */
    private static final Duration BEAT = Duration.ofMillis(100);

    /** A reading so old counts as fresh. */
    private static final double FRESH_SECONDS = 1;

    private final RigClock clock;
    private final RunControl control;
    private final Guards guards;
    private final Safeguards safeguards;
    private final Telling listener;
    private final Map<String, Double> triedSeconds = new HashMap<>();
    private final List<String> marks = new ArrayList<>();
    private List<Vital> vitals = List.of();
    private Optional<DoubleConsumer> kept = Optional.empty();
    private Pace pace = Pace.REAL;
    private String phase = "";
    private double deadline = Double.POSITIVE_INFINITY;
    private double heldSeconds;
    private boolean isUncut;

    public Conduct(RigClock clock, RunControl control, Safeguards safeguards, RunListener listener) {
        this.clock = clock;
        this.control = control;
        this.guards = new Guards(safeguards.guards());
        this.safeguards = safeguards;
        this.listener = new Telling(clock, control, listener);
    }

    /** The ear of the record, which hears the operator's acts too. */
    Telling listener() {
        return listener;
    }

    /**
     * A phase begins: whatever it does, all guards have looked at their channels' last levels before. How old those are is
     * asked once the channels have had their turn.
     */
    void enter(String name, double deadlineSeconds) {
        phase = name;
        deadline = clock.seconds() + deadlineSeconds;
        isUncut = false;
        marks.clear();
        control.enters(name);
        guards.arm(clock.seconds());
        follow(guards.levels());
    }

    public double seconds() {
        return clock.seconds();
    }

    /** Rig time without what the run was held for: what a phase measures its own patience with. */
    public double unheldSeconds() {
        return clock.seconds() - heldSeconds;
    }

    public void pace(Pace wanted) {
        pace = wanted;
        clock.pace(wanted);
    }

    /** From here to the end of the phase a hold waits; a stop does not. */
    public void uncut() {
        isUncut = true;
    }

    /** Is done at every beat while the run is held, until something else is: what has to go on whatever happens. */
    public void keep(DoubleConsumer atEachBeat) {
        kept = Optional.of(atEachBeat);
    }

    public void keepNothing() {
        kept = Optional.empty();
    }

    /** True while something is kept going, such as an acquisition. */
    public boolean isKeeping() {
        return kept.isPresent();
    }

    /** These channels are read in time from now on, and now if they have not been. */
    public void attend(List<Vital> channels) {
        vitals = List.copyOf(channels);
        attend();
        follow(guards.levels());
    }

    /** Reads all attended channels that were not read just now, and tests all guards. */
    public void attendAfresh() {
        vitals.forEach(vital -> readIfOlder(vital, FRESH_SECONDS));
        follow(guards.ages(clock.seconds()));
        follow(guards.levels());
    }

    private void attend() {
        if (!isUncut) {
            vitals.forEach(vital -> readIfOlder(vital, vital.everySeconds()));
            follow(guards.ages(clock.seconds()));
        }
    }

    private void readIfOlder(Vital vital, double ageSeconds) {
        double now = clock.seconds();
        double last = Math.max(
                guards.lastSeconds(vital.channel()),
                triedSeconds.getOrDefault(vital.channel(), Double.NEGATIVE_INFINITY));
        if (now - last < ageSeconds) {
            return;
        }
        triedSeconds.put(vital.channel(), now);
        try {
            vital.read(this);
        } catch (InstrumentException failed) {
            // Not yet the end: a channel that stays unread is stale, and its guard knows what follows.
            tell(new Remark(clock.seconds(), String.valueOf(failed.getMessage())));
        }
    }

    /** Tells the record. A scalar reading passes the guards after it has been written down. */
    public void tell(RunEvent event) {
        listener.heard(event);
        if (event instanceof ScalarRead reading) {
            follow(guards.heard(reading));
        }
    }

    private void follow(List<LevelGuard.Trip> trips) {
        for (LevelGuard.Trip trip : trips) {
            LevelGuard guard = trip.guard();
            if (control.latch(new RunControl.Latch(guard.name(), guard.consequence(), trip.message()))) {
                listener.heard(trip.event());
                marks.add(trip.message());
            }
            if (guard.consequence() == Consequence.STOP) {
                throw new GuardTrippedException(trip);
            }
        }
    }

    /** The phase ends as marked, however it ends: a reader of its data must know this. */
    public void mark(String why) {
        if (!marks.contains(why)) {
            marks.add(why);
        }
    }

    /** What guards, holds and the instruments' losses add to the outcome of the phase. */
    Outcome marked(Outcome outcome) {
        if (marks.isEmpty()) {
            return outcome;
        }
        return Outcome.marked(outcome.why() + "; " + String.join("; ", marks));
    }

    /** Throws if the operator ended the run or the phase is over time; waits while the run is held. */
    public void checkpoint() throws InterruptedException {
        endIfAsked();
        if (control.isHoldAsked() && !isUncut) {
            hold();
        }
        if (clock.seconds() > deadline) {
            throw new PhaseFailedException(String.format(Locale.ROOT, "phase %s: not done within its deadline", phase));
        }
    }

    private void endIfAsked() {
        control.pressed().ifPresent(pressed -> {
            throw new StoppedException(pressed);
        });
    }

    private void hold() throws InterruptedException {
        double since = clock.seconds();
        Pace before = pace;
        clock.pace(Pace.REAL);
        control.stands(RunState.HELD);
        listener.heard(new Remark(
                since,
                Figure.text(
                        "HELD in %s, the field is kept; after %g s it acts as STOP",
                        phase, safeguards.longestHoldSeconds())));
        while (control.isHoldAsked()) {
            if (clock.seconds() - since > safeguards.longestHoldSeconds()) {
                control.stop(Figure.text("the longest hold, %g s", safeguards.longestHoldSeconds()));
            }
            endIfAsked();
            beat(clock.seconds() + 1, now -> kept.ifPresent(going -> going.accept(now)));
        }
        double held = clock.seconds() - since;
        heldSeconds += held;
        deadline += held;
        marks.add(Figure.text("held for %.1f s", held));
        control.stands(RunState.RUNNING);
        listener.heard(new Remark(clock.seconds(), Figure.text("%s goes on after %.1f s", phase, held)));
        clock.pace(before);
    }

    /** Waits until a rig time, with a checkpoint at least every 100 ms of wall time. */
    public void waitUntil(double seconds) throws InterruptedException {
        waitUntil(seconds, now -> {});
    }

    /** Waits likewise and does something at each beat and once at the end, such as draining an instrument. */
    public void waitUntil(double seconds, DoubleConsumer atEachBeat) throws InterruptedException {
        boolean isOver;
        do {
            checkpoint();
            isOver = beat(seconds, atEachBeat);
        } while (!isOver);
    }

    private boolean beat(double seconds, DoubleConsumer atEachBeat) throws InterruptedException {
        boolean isOver = clock.waitUntil(seconds, BEAT);
        listener.tellActs();
        safeguards.watches().forEach(watch -> watch.reading(clock.seconds()).ifPresent(this::tell));
        atEachBeat.accept(clock.seconds());
        attend();
        return isOver;
    }

    public void pause(double seconds) throws InterruptedException {
        waitUntil(clock.seconds() + seconds);
    }
}
