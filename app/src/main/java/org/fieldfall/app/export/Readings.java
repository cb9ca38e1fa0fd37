package org.fieldfall.app.export;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.protocols.analysis.FieldRamp;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.fieldfall.protocols.fieldquench.ShotNotes;

/**
 * The buffered readings of one meter in one shot, on the meter's own clock.
 *
 * @param startSeconds rig time of its first reading, by the host's send times
 * @param rampSeconds start of the ramp on the meter's clock; NaN where there is none
 * @param value kelvin or tesla of a raw reading
 */
record Readings(PerformedShot shot, Trace trace, double startSeconds, double rampSeconds, DoubleUnaryOperator value) {

    /** The field monitor measures the voltage of a shunt. */
    static final String MONITOR_UNIT = "V";

    static Optional<Readings> thermometer(RecordedRun run, PerformedShot shot) {
        double ramp = run.figures(shot)
                .map(figures -> figures.edges().startSeconds().value())
                .orElse(Double.NaN);
        return shot.notes()
                .trace()
                .map(trace -> new Readings(
                        shot,
                        trace,
                        shot.notes().acquisitionSentSeconds(),
                        ramp,
                        run.facts().thermometry().kelvin()));
    }

    static Optional<Readings> monitor(RecordedRun run, PerformedShot shot) {
        ShotNotes notes = shot.notes();
        // On a shared trigger line the monitor's clock starts with the program, not when it was armed.
        double start = run.facts().isTriggerShared() ? notes.sweepSentSeconds() : notes.monitorSentSeconds();
        double ramp = run.ramp(shot)
                .map(FieldRamp::startSeconds)
                .map(known -> known.value())
                .orElse(Double.NaN);
        return notes.monitorTrace()
                .flatMap(trace -> run.monitorTesla().map(tesla -> new Readings(shot, trace, start, ramp, tesla)));
    }

    int size() {
        return trace.size();
    }

    /** Rig time of a reading. */
    double seconds(int i) {
        return startSeconds + i * trace.intervalSeconds();
    }

    /** Time of a reading from the start of the ramp. */
    double sinceRampSeconds(int i) {
        return i * trace.intervalSeconds() - rampSeconds;
    }

    double raw(int i) {
        return trace.raw()[i];
    }

    double value(int i) {
        return value.applyAsDouble(trace.raw()[i]);
    }
}
