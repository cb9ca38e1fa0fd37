package org.fieldfall.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.protocols.analysis.DriftTimes;
import org.fieldfall.protocols.analysis.FieldRamp;
import org.fieldfall.protocols.analysis.HeatUptake;
import org.fieldfall.protocols.analysis.InsufficientTraceException;
import org.fieldfall.protocols.analysis.ShotAnalysis;
import org.fieldfall.protocols.analysis.ShotFigures;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.ShotKind;
import org.fieldfall.protocols.fieldquench.ShotNotes;
import org.fieldfall.protocols.fieldquench.ShotSettings;
import org.fieldfall.protocols.instrument.FieldReading;

/**
 * The figures of a swept shot, by the field monitor's ramp where there is one.
 *
 * @param ramp the ramp on the monitor's clock; empty without a monitor
 * @param fields before and after the sweep, by the monitor where there is one
 * @param figures empty if the shot did not come so far
 * @param heat what the spins took up; empty where the trace does not tell
 * @param beyondDrift what is left of the temperature's change at the asked times once the drift before goes on by itself
 * @param remarks what a reader of the data must know
 */
record SweptFigures(
        Optional<FieldRamp> ramp,
        Fields fields,
        Optional<ShotFigures> figures,
        Optional<HeatUptake> heat,
        List<ShotFigures.Point> beyondDrift,
        List<String> remarks) {

    /** Times after the end of the ramp that a summary gives. */
    static final double[] ASKED_SECONDS = {0, 1, 10, 60};

    static final SweptFigures NONE = none();

    /** The host's send time of the sweep is no better known than this. */
    private static final double HOST_SIGMA_SECONDS = 0.02;

    SweptFigures {
        beyondDrift = List.copyOf(beyondDrift);
        remarks = List.copyOf(remarks);
    }

    /** Fields that hold still, in tesla. */
    record Fields(Uncertain before, Uncertain after) {
        private static final Fields NONE = new Fields(Uncertain.exact(Double.NaN), Uncertain.exact(Double.NaN));
    }

    private static SweptFigures none(String... remarks) {
        return new SweptFigures(
                Optional.empty(), Fields.NONE, Optional.empty(), Optional.empty(), List.of(), List.of(remarks));
    }

    /**
     * Analyses a shot.
     *
     * @param monitorTesla how the field monitor's readings become tesla; empty without one
     */
    static SweptFigures of(PerformedShot shot, HeatModel model, Optional<DoubleUnaryOperator> monitorTesla) {
        RigFacts facts = model.facts();
        ShotSettings settings = shot.shot().settings();
        ShotNotes notes = shot.notes();
        Optional<Trace> trace = notes.trace();
        if (trace.isEmpty() || notes.fieldAfter().isEmpty()) {
            return none("the run ended before its sweep was over");
        }
        if (notes.standstill().isPresent()) {
            return none(notes.standstill().get());
        }
        try {
            boolean isMoved = settings.initialTesla() != settings.finalTesla();
            Optional<FieldRamp> ramp =
                    isMoved ? SweepClocks.ramp(notes, shot.plan(), facts, monitorTesla) : Optional.empty();
            ShotAnalysis analysis = analysis(shot, facts, trace.get(), ramp);
            Uncertain before = ramp.map(FieldRamp::beforeTesla)
                    .orElseGet(() -> field(notes.fieldBefore().orElseThrow(), facts));
            Uncertain after = ramp.map(FieldRamp::afterTesla)
                    .orElseGet(() -> field(notes.fieldAfter().orElseThrow(), facts));
            List<String> remarks = new ArrayList<>();
            if (notes.isComplianceSeen()) {
                remarks.add("the supply was at its voltage limit in the sweep");
            }
            if (notes.lostReadings() > 0) {
                remarks.add(notes.lostReadings() + " readings of the thermometer were lost on the way");
            }
            DriftTimes drift = model.drift(shot.shot().kind(), settings);
            return new SweptFigures(
                    ramp,
                    new Fields(before, after),
                    Optional.of(analysis.figures(before, after, drift, asked(settings))),
                    isMoved ? heat(analysis, model, shot, before, after, remarks) : Optional.empty(),
                    analysis.beyondDrift(drift, asked(settings)),
                    remarks);
        } catch (InsufficientTraceException tooLittle) {
            return none(String.valueOf(tooLittle.getMessage()));
        }
    }

    /** What lies beyond the relaxation that was asked for may be recorded, but nobody predicted it. */
    private static double[] asked(ShotSettings settings) {
        return Arrays.stream(ASKED_SECONDS)
                .filter(seconds -> seconds <= settings.relaxSeconds())
                .toArray();
    }

    private static Optional<HeatUptake> heat(
            ShotAnalysis analysis,
            HeatModel model,
            PerformedShot shot,
            Uncertain before,
            Uncertain after,
            List<String> remarks) {
        ShotKind kind = shot.shot().kind();
        ShotSettings settings = shot.shot().settings();
        try {
            HeatUptake found = analysis.heat(
                    model.calorimeter(kind),
                    model.drift(kind, settings),
                    before.value(),
                    after.value(),
                    asked(settings));
            if (found.isKnown()) {
                return Optional.of(found);
            }
            remarks.add("no heat: the platform came to where a table of link or heat capacity does not reach");
            return Optional.empty();
        } catch (InsufficientTraceException tooLittle) {
            return Optional.empty();
        }
    }

    private static ShotAnalysis analysis(PerformedShot shot, RigFacts facts, Trace trace, Optional<FieldRamp> ramp) {
        ShotNotes notes = shot.notes();
        double programmed = shot.plan().sweep().durationSeconds();
        double baseline = shot.shot().settings().baselineSeconds();
        if (!shot.shot().kind().isPredicted()) {
            return ShotAnalysis.atKnownRamp(
                    trace,
                    facts.thermometry(),
                    new Uncertain(notes.expectedStartSeconds(), HOST_SIGMA_SECONDS),
                    ramp.map(FieldRamp::durationSeconds).orElse(new Uncertain(programmed, HOST_SIGMA_SECONDS)),
                    baseline);
        }
        Uncertain duration =
                ramp.map(FieldRamp::durationSeconds).orElse(new Uncertain(programmed, Double.POSITIVE_INFINITY));
        Uncertain start = ramp.filter(seen -> !facts.isTriggerShared())
                .map(seen -> SweepClocks.startByMonitor(notes, seen))
                .orElse(new Uncertain(notes.expectedStartSeconds(), Double.POSITIVE_INFINITY));
        return ShotAnalysis.of(trace, facts.thermometry(), start, duration, baseline);
    }

    /** A reading of the supply: good to its coil constant and a step of its readback. */
    private static Uncertain field(FieldReading reading, RigFacts facts) {
        double relative = facts.teslaPerAmpere().relativeSigma();
        return new Uncertain(
                reading.tesla(),
                Math.hypot(relative * reading.tesla(), facts.supply().smallestStepTesla()));
    }

    /** Achieved rate, a magnitude: by the monitor's slope and the coil constant, else by readbacks and edges. */
    Optional<Uncertain> rate(RigFacts facts) {
        double relative = facts.teslaPerAmpere().relativeSigma();
        Optional<Uncertain> monitored = ramp.map(field -> magnitude(field.rateTeslaPerSecond()))
                .map(rate -> rate.blurredBy(relative * rate.value()));
        return monitored.or(() -> figures.map(f -> magnitude(f.rateTeslaPerSecond())));
    }

    private static Uncertain magnitude(Uncertain signed) {
        return new Uncertain(Math.abs(signed.value()), signed.sigma());
    }

    String rateSource() {
        return ramp.isPresent()
                ? "field monitor"
                : "end readbacks of the supply and the ramp's edges in the thermometer trace; no field monitor";
    }
}
