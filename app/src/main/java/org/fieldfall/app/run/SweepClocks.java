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
final class SweepClocks {

    private SweepClocks() {}

    /** The ramp on the field monitor's clock; empty without a monitor. */
    static Optional<FieldRamp> ramp(
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
     * by the thermometer's clock than by the monitor's, each set by the host's send times.
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
        Uncertain onHost = edges.startSeconds();
        // On a shared trigger line the monitor's clock starts with the program, not when it was armed.
        double monitorStart = isTriggered ? notes.sweepSentSeconds() : notes.monitorSentSeconds();
        double skew = notes.acquisitionSentSeconds()
                + onHost.value()
                - monitorStart
                - ramp.startSeconds().value();
        figures.put("clock_skew_s", skew);
        figures.put(
                "clock_skew_sigma_s",
                Math.hypot(onHost.sigma(), ramp.startSeconds().sigma()));
        figures.put("monitor_readings_in_sweep_expected", (double) ramp.expected());
        figures.put("monitor_readings_in_sweep_received", (double) ramp.received());
        figures.put("ramp_nonlinearity", ramp.nonlinearity());
        figures.put("ramp_undershoot_t", ramp.undershootTesla());
    }
}
