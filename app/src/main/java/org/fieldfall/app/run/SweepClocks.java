package org.fieldfall.app.run;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.protocols.analysis.FieldRamp;
import org.fieldfall.protocols.analysis.RampEdges;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.ShotNotes;
import org.fieldfall.protocols.fieldquench.ShotPlan;

/**
 * The clocks that a sweep brings together: the field monitor's and the thermometer's, each with the ramp's start on it, and
 * the host's, which sent the commands.
 */
public final class SweepClocks {

    /** How well the host knows when two meters began, each by an exchange of a few milliseconds. */
    private static final double STARTS_SIGMA_SECONDS = 5e-3;

    /** Two crystals of meters drift apart by no more. */
    private static final double DRIFT_SHARE = 5e-5;

    private SweepClocks() {}

    /** Where the ramp's start on the monitor's clock lies on the thermometer's, by the host's send times. */
    static Uncertain startByMonitor(ShotNotes notes, FieldRamp ramp) {
        Uncertain onMonitor = ramp.startSeconds();
        double start = notes.monitorSentSeconds() + onMonitor.value() - notes.acquisitionSentSeconds();
        return new Uncertain(start, onMonitor.sigma())
                .blurredBy(STARTS_SIGMA_SECONDS)
                .blurredBy(DRIFT_SHARE * start);
    }

    /** The ramp on the field monitor's clock; empty without a monitor. */
    public static Optional<FieldRamp> ramp(
            ShotNotes notes, ShotPlan plan, RigFacts facts, Optional<DoubleUnaryOperator> tesla) {
        if (tesla.isEmpty() || notes.monitorTrace().isEmpty()) {
            return Optional.empty();
        }
        Trace trace = notes.monitorTrace().get();
        double programmed = plan.sweep().durationSeconds();
        if (facts.isTriggerShared()) {
            double before = notes.fieldBefore().orElseThrow().tesla();
            double step = facts.supply().smallestStepTesla();
            return Optional.of(FieldRamp.triggered(trace, tesla.get(), new Uncertain(before, step), programmed));
        }
        return Optional.of(FieldRamp.of(trace, tesla.get(), notes.expectedMonitorStartSeconds(), programmed));
    }

    /**
     * Writes down what the clocks say of each other and of the sweep's readings. The skew is how much later the ramp begins
     * by the thermometer's clock than by the monitor's, each set by the host's send times; left out where only one of them
     * saw it. How late the ramp began after its command was sent is by the monitor alone.
     *
     * @param isTriggered the monitor was started by the supply
     */
    static void describe(
            Map<String, Double> figures,
            ShotNotes notes,
            Trace trace,
            RampEdges edges,
            Optional<FieldRamp> ramp,
            boolean isTriggered) {
        int from = trace.indexAt(edges.startSeconds().value());
        int to = trace.indexAt(edges.endSeconds());
        int valid = 0;
        for (int i = from; i < to; i++) {
            valid += Double.isNaN(trace.raw()[i]) ? 0 : 1;
        }
        figures.put("thermometer_readings_in_sweep_expected", (double)
                Math.round(edges.durationSeconds().value() / trace.intervalSeconds()));
        figures.put("thermometer_readings_in_sweep_received", (double) valid);
        ramp.ifPresent(field -> describe(figures, notes, edges, field, isTriggered));
    }

    private static void describe(
            Map<String, Double> figures, ShotNotes notes, RampEdges edges, FieldRamp ramp, boolean isTriggered) {
        double start =
                monitorZeroSeconds(notes, isTriggered) + ramp.startSeconds().value();
        figures.put("ramp_start_after_send_s", start - notes.sweepSentSeconds());
        if (edges.isSeen()) {
            Uncertain onThermometer = edges.startSeconds();
            figures.put("clock_skew_s", notes.acquisitionSentSeconds() + onThermometer.value() - start);
            figures.put(
                    "clock_skew_sigma_s",
                    Math.hypot(onThermometer.sigma(), ramp.startSeconds().sigma()));
        }
        figures.put("monitor_readings_in_sweep_expected", (double) ramp.expected());
        figures.put("monitor_readings_in_sweep_received", (double) ramp.received());
        figures.put("ramp_nonlinearity", ramp.nonlinearity());
        figures.put("ramp_undershoot_t", ramp.undershootTesla());
    }

    /** On a shared trigger line the monitor's clock starts with the program, not when it was armed. */
    public static double monitorZeroSeconds(ShotNotes notes, boolean isTriggered) {
        return isTriggered ? notes.sweepSentSeconds() : notes.monitorSentSeconds();
    }
}
