package org.fieldfall.app.live.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldfall.app.run.Premises;
import org.fieldfall.app.run.SweepClocks;
import org.fieldfall.protocols.analysis.FieldRamp;
import org.fieldfall.protocols.analysis.InsufficientTraceException;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.FieldFollowed;
import org.fieldfall.protocols.fieldquench.MeasuredStart;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.fieldfall.protocols.fieldquench.ShotNotes;
import org.fieldfall.protocols.fieldquench.ShotSettings;
import org.fieldfall.protocols.instrument.FieldReading;

/**
 * The shot that is being swept: where it starts, which field it has followed so far, and what its crystal does. Begun when the
 * sweep is sent, by the notes of that time. Used by one thread.
 */
final class SweptShot {

    /** Readings of the ramp wait until its end is known; more of them than this were lost anyway. */
    private static final int MOST_WAITING = 1 << 20;

    /** Of the first minutes, for the asked times. */
    private static final int MOST_MOMENTS = 256;

    /** So much of the second plateau and the monitor has seen the ramp. */
    private static final double PLATEAU_SECONDS = 0.2;

    private final Premises premises;
    private final PerformedShot shot;
    private final MeasuredStart start;
    private final Consumer<CrystalBins.Moment> found;
    private final Deque<double[]> waiting = new ArrayDeque<>();
    private FieldFollowed field;
    private double zeroSeconds;
    private boolean isWhole;
    private Optional<CrystalBins> bins = Optional.empty();
    private final List<CrystalBins.Moment> moments = new ArrayList<>();
    private Optional<CrystalBins.Moment> last = Optional.empty();

    private SweptShot(Premises premises, PerformedShot shot, MeasuredStart start, Consumer<CrystalBins.Moment> found) {
        this.premises = premises;
        this.shot = shot;
        this.start = start;
        this.found = found;
        this.zeroSeconds = shot.notes().sweepSentSeconds();
        this.field = programmed();
    }

    /** Empty where the record lacks what a prediction starts from. */
    static Optional<SweptShot> begun(Premises premises, PerformedShot shot, Consumer<CrystalBins.Moment> found) {
        ShotNotes notes = shot.notes();
        return notes.fieldBefore().isPresent() && shot.shot().kind().isPredicted()
                ? MeasuredStart.of(notes, shot.shot().settings(), premises.crystal(), premises.facts())
                        .map(start -> new SweptShot(premises, shot, start, found))
                : Optional.empty();
    }

    private FieldFollowed programmed() {
        double step = premises.facts().supply().smallestStepTesla();
        double before = shot.notes()
                .fieldBefore()
                .map(FieldReading::tesla)
                .orElse(settings().initialTesla());
        double after = shot.notes()
                .fieldAfter()
                .map(FieldReading::tesla)
                .orElse(settings().finalTesla());
        return FieldFollowed.programmed(
                new Uncertain(before, step),
                new Uncertain(after, step),
                settings().rateTeslaPerSecond());
    }

    private ShotSettings settings() {
        return shot.shot().settings();
    }

    /** The notes hold more of the monitor's trace than before. */
    void monitored() {
        if (isWhole || premises.monitorTesla().isEmpty()) {
            return;
        }
        ShotNotes notes = shot.notes();
        notes.monitorTrace().ifPresent(trace -> {
            boolean isTriggered = premises.facts().isTriggerShared();
            double expected = isTriggered ? 0 : notes.expectedMonitorStartSeconds();
            double programmed = shot.plan().sweep().durationSeconds();
            if (trace.endSeconds() > expected + programmed + PLATEAU_SECONDS && seen(trace)) {
                return;
            }
            field = FieldFollowed.begun(
                    trace,
                    premises.monitorTesla().get(),
                    expected,
                    notes.fieldBefore()
                            .map(FieldReading::tesla)
                            .orElse(settings().initialTesla()),
                    settings().finalTesla(),
                    settings().rateTeslaPerSecond());
        });
    }

    /** Takes the ramp from the monitor's trace if it is there whole. */
    private boolean seen(Trace trace) {
        try {
            Optional<FieldRamp> ramp =
                    SweepClocks.ramp(shot.notes(), shot.plan(), premises.facts(), premises.monitorTesla());
            ramp.ifPresent(whole -> {
                field = FieldFollowed.measured(trace, premises.monitorTesla().orElseThrow(), whole);
                zeroSeconds = SweepClocks.monitorZeroSeconds(
                                shot.notes(), premises.facts().isTriggerShared())
                        + whole.startSeconds().value();
                whole();
            });
            return ramp.isPresent();
        } catch (InsufficientTraceException notYet) {
            return false;
        }
    }

    /** The sweep is over: what the monitor has not shown by now is taken from the program. */
    void ended() {
        boolean isSeen = shot.notes().monitorTrace().map(this::seen).orElse(false);
        if (!isSeen && !isWhole) {
            field = programmed();
            whole();
        }
    }

    private void whole() {
        if (isWhole) {
            return;
        }
        isWhole = true;
        double end = zeroSeconds + field.rampSeconds();
        CrystalBins made = new CrystalBins(
                premises.crystal(),
                premises.facts(),
                new CrystalBins.Ground(start, field.tesla(-1), field.tesla(field.rampSeconds() + 1), zeroSeconds, end),
                moment -> {
                    last = Optional.of(moment);
                    if (moments.size() < MOST_MOMENTS) {
                        moments.add(moment);
                    }
                    found.accept(moment);
                });
        bins = Optional.of(made);
        waiting.forEach(reading -> made.add(reading[0], reading[1], reading[2]));
        waiting.clear();
    }

    void read(double rigSeconds, double raw, double kelvin) {
        if (bins.isPresent()) {
            bins.get().add(rigSeconds, raw, kelvin);
        } else if (rigSeconds >= zeroSeconds && waiting.size() < MOST_WAITING) {
            waiting.add(new double[] {rigSeconds, raw, kelvin});
        }
    }

    PerformedShot shot() {
        return shot;
    }

    MeasuredStart start() {
        return start;
    }

    FieldFollowed field() {
        return field;
    }

    /** Rig time of the start of the ramp, as well as it is known. */
    double zeroSeconds() {
        return zeroSeconds;
    }

    double rampEndSeconds() {
        return zeroSeconds + field.rampSeconds();
    }

    /** The ramp is over and its field known. */
    boolean isWhole() {
        return isWhole;
    }

    /** The change at a time after the end of the ramp, on a straight line between two means; empty where it is not seen. */
    Optional<Uncertain> deltaAt(double afterRamp) {
        double at = rampEndSeconds() + afterRamp;
        for (int i = 1; i < moments.size(); i++) {
            CrystalBins.Moment before = moments.get(i - 1);
            CrystalBins.Moment after = moments.get(i);
            if (before.rigSeconds() <= at && at <= after.rigSeconds()) {
                double share = (at - before.rigSeconds()) / (after.rigSeconds() - before.rigSeconds());
                return Optional.of(new Uncertain(
                        before.delta().value()
                                + share
                                        * (after.delta().value()
                                                - before.delta().value()),
                        Math.max(before.delta().sigma(), after.delta().sigma())));
            }
        }
        return Optional.empty();
    }

    /** What the crystal was seen to do last. */
    Optional<CrystalBins.Moment> last() {
        return last;
    }

    Theory.Question question(long number) {
        return new Theory.Question(
                number,
                shot.number(),
                false,
                start,
                shot.notes().wells(),
                field,
                zeroSeconds,
                settings().relaxSeconds());
    }
}
