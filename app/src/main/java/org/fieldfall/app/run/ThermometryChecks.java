package org.fieldfall.app.run;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.analysis.Comparison;
import org.fieldfall.protocols.analysis.FieldRamp;
import org.fieldfall.protocols.analysis.HeatUptake;
import org.fieldfall.protocols.analysis.RampEdges;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.ShotNotes;
import org.fieldfall.protocols.instrument.FieldReading;

/** What the instruments say of each other and of themselves; no model of the spins is in it. */
record ThermometryChecks(HeatModel model, ShotNotes notes, SweptFigures found) {

    /** The host knows when a command was obeyed no better than this. */
    private static final double HOST_SIGMA_SECONDS = 0.02;

    /** What chance leaves of the scatter of means over forty blocks of readings. */
    private static final double SCATTER_SIGMA = 0.12;

    List<Comparison> all() {
        List<Comparison> checks = new ArrayList<>();
        HeatUptake heat = found.heat().orElseThrow();
        RampEdges edges = found.figures().orElseThrow().edges();
        checks.add(new Comparison(
                "scatter of means",
                new Uncertain(heat.drift().scatter(), SCATTER_SIGMA),
                "white noise",
                Uncertain.exact(1)));
        checks.add(new Comparison(
                "lag",
                edges.lagSeconds(),
                "rig file",
                model.facts().thermometry().lagSeconds()));
        checks.add(new Comparison(
                "drift of the thermometer",
                heat.drift().thermometerKelvin(),
                "stated thermal EMF",
                new Uncertain(0, found.figures().orElseThrow().initialKelvin().sigma())));
        found.ramp().ifPresent(ramp -> addMonitored(checks, edges, ramp));
        if (!model.platform().equals(model.facts().platform())) {
            double rest = heat.drift().restKelvin().value();
            Uncertain files = model.facts().platform().linkWattPerKelvin(rest);
            checks.add(new Comparison("link", model.platform().linkWattPerKelvin(rest), "rig file", files));
        }
        return checks;
    }

    private void addMonitored(List<Comparison> checks, RampEdges edges, FieldRamp ramp) {
        if (edges.isSeen()) {
            boolean isTriggered = model.facts().isTriggerShared();
            double began = isTriggered ? notes.sweepSentSeconds() : notes.monitorSentSeconds();
            checks.add(new Comparison(
                    "start of the ramp by the thermometer",
                    onHost(edges.startSeconds(), notes.acquisitionSentSeconds()),
                    "start of the ramp by the field monitor",
                    onHost(ramp.startSeconds(), began).blurredBy(HOST_SIGMA_SECONDS)));
        }
        notes.fieldBefore().ifPresent(reading -> checks.add(field("field before", reading, ramp.beforeTesla())));
        notes.fieldAfter().ifPresent(reading -> checks.add(field("field after", reading, ramp.afterTesla())));
    }

    private static Uncertain onHost(Uncertain onClock, double beganSeconds) {
        return new Uncertain(onClock.value() + beganSeconds, onClock.sigma());
    }

    /** Supply and monitor share the coil constant, so that only the shunt and a step of the readback stand between them. */
    private Comparison field(String name, FieldReading supply, Uncertain monitored) {
        double step = model.facts().supply().smallestStepTesla();
        double shunt = model.facts().teslaPerAmpere().relativeSigma() * supply.tesla();
        return new Comparison(name, monitored, "supply", new Uncertain(supply.tesla(), Math.hypot(step, shunt)));
    }
}
