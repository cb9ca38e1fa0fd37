package org.fieldfall.protocols.sequence;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.fieldfall.protocols.run.GuardTripped;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.ScalarRead;

/**
 * What a phase may use while it performs: the clock with waits that end at once on a stop, the phase's own deadline, the
 * guards, and the ear of the record. Used by the sequencer's thread alone.
 */
public final class Conduct {

    /** Longest wall time between two looks at the stop switch, and between two drains of an instrument. */
    private static final Duration BEAT = Duration.ofMillis(100);

    private final RigClock clock;
    private final StopSwitch stop;
    private final List<LevelGuard> guards;
    private final List<Watch> watches;
    private final RunListener listener;
    private String phase = "";
    private double deadline = Double.POSITIVE_INFINITY;

    public Conduct(
            RigClock clock, StopSwitch stop, List<LevelGuard> guards, List<Watch> watches, RunListener listener) {
        this.clock = clock;
        this.stop = stop;
        this.guards = List.copyOf(guards);
        this.watches = List.copyOf(watches);
        this.listener = listener;
    }

    void enter(String name, double deadlineSeconds) {
        phase = name;
        deadline = clock.seconds() + deadlineSeconds;
    }

    public double seconds() {
        return clock.seconds();
    }

    public void pace(Pace pace) {
        clock.pace(pace);
    }

    /** Tells the record. A scalar reading passes the guards after it has been written down. */
    public void tell(RunEvent event) {
        listener.heard(event);
        if (event instanceof ScalarRead reading) {
            check(reading);
        }
    }

    private void check(ScalarRead reading) {
        for (LevelGuard guard : guards) {
            try {
                guard.check(reading);
            } catch (GuardTrippedException tripped) {
                GuardTripped event = tripped.tripped();
                listener.heard(event);
                throw tripped;
            }
        }
    }

    /** Throws if the operator pressed stop or the phase is over time. */
    public void checkpoint() {
        stop.pressed().ifPresent(pressed -> {
            throw new StoppedException(pressed);
        });
        if (clock.seconds() > deadline) {
            throw new PhaseFailedException(String.format(Locale.ROOT, "phase %s: not done within its deadline", phase));
        }
    }

    /** Waits until a rig time, with a checkpoint at least every 100 ms of wall time. */
    public void waitUntil(double seconds) throws InterruptedException {
        waitUntil(seconds, now -> {});
    }

    /** Waits likewise and does something at each beat and once at the end, such as draining an instrument. */
    public void waitUntil(double seconds, DoubleConsumer atEachBeat) throws InterruptedException {
        boolean over;
        do {
            checkpoint();
            over = clock.waitUntil(seconds, BEAT);
            watches.forEach(watch -> watch.reading(clock.seconds()).ifPresent(this::tell));
            atEachBeat.accept(clock.seconds());
        } while (!over);
    }

    public void pause(double seconds) throws InterruptedException {
        waitUntil(clock.seconds() + seconds);
    }
}
