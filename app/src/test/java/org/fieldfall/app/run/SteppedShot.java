package org.fieldfall.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.ShotOf;
import org.fieldfall.app.rig.Twins;
import org.fieldfall.app.sample.SampleTheory;
import org.fieldfall.protocols.analysis.DriftFit;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.fieldfall.protocols.fieldquench.PlatformFacts;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.Shot;
import org.fieldfall.protocols.fieldquench.ShotNotes;
import org.fieldfall.protocols.fieldquench.ShotPlan;
import org.fieldfall.protocols.fieldquench.ShotSettings;
import org.fieldfall.protocols.fieldquench.TakenNotes;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.simulator.SteppedTwin;
import org.fieldfall.simulator.Truth;
import org.fieldfall.simulator.TwinSettings;

/**
 * The first shot played to a stepped twin at fixed world times, every imperfection drawn from the seed: those of the twin,
 * and how well the host knows when its commands were obeyed.
 *
 * @param waited readings while the drift after the opened switch was waited for, from {@link #WAITED} on
 * @param truth what the world did from shortly before the acquisition on
 */
record SteppedShot(
        long seed,
        Trace waited,
        Trace trace,
        Trace monitored,
        double acquisitionSent,
        double monitorSent,
        double sweepSent,
        List<Truth> truth,
        Map<String, Double> drawn) {

    private static final double OPENED = 70;
    private static final double WAITED = OPENED + 1;
    private static final double WAITED_EVERY = 5;
    private static final double STARTED = 501;
    private static final double MONITORED = STARTED + 60;
    private static final double SWEPT = MONITORED + 0.42;
    private static final double ENDED = SWEPT + 0.09 + 600;
    private static final double DRAIN_SECONDS = 20;

    private static final int FITTED = 60;

    /** Half of an exchange with a meter, by which the host may be wrong about its start. */
    private static final double METER_SECONDS = 3e-3;

    /** The same of a command to the supply, which comes by a slow line. */
    private static final double SUPPLY_SECONDS = 10e-3;

    static Experiment experiment() {
        return Configs.of(ShortShot.HOME, Optional.empty())
                .experiment("first-shot", Optional.empty(), Optional.of("twin"));
    }

    static SteppedShot play(long seed) {
        TwinSettings settings = Twins.settings(experiment());
        SteppedTwin twin = new SteppedTwin(settings, seed);
        prepare(twin);
        Trace waited = waited(twin);
        List<Truth> truth = new ArrayList<>();
        twin.truthTo(truth::add);
        twin.meter("*RST", "CONF:VOLT:DC 0.1", "VOLT:DC:ZERO:AUTO OFF", "VOLT:DC:APER 3e-4");
        twin.meter("SAMP:SOUR TIM", "SAMP:TIM 1e-3", "SAMP:COUN 900000", "TRIG:SOUR IMM", "*CLS", "INIT");
        DoubleStream.Builder readings = DoubleStream.builder();
        drain(twin, STARTED, MONITORED, readings);
        twin.monitor("*RST", "CONF:VOLT:DC 0.1", "VOLT:DC:ZERO:AUTO OFF", "VOLT:DC:APER 3e-4");
        twin.monitor("SAMP:SOUR TIM", "SAMP:TIM 1e-3", "SAMP:COUN 5890", "TRIG:SOUR IMM", "*CLS", "INIT");
        drain(twin, MONITORED, SWEPT, readings);
        twin.supply("CURR:MODE LIST");
        drain(twin, SWEPT, SWEPT + 2, readings);
        double[] monitored = twin.monitored();
        drain(twin, SWEPT + 2, ENDED, readings);
        Random host = new Random(seed);
        return new SteppedShot(
                seed,
                waited,
                new Trace(1e-3, readings.build().toArray()),
                new Trace(1e-3, monitored),
                STARTED + METER_SECONDS * host.nextGaussian(),
                MONITORED + METER_SECONDS * host.nextGaussian(),
                SWEPT + SUPPLY_SECONDS * host.nextGaussian(),
                truth,
                twin.drawn());
    }

    /** By the way that a run's own analysis takes. */
    SweptFigures analysed() {
        return analysed(platform -> platform);
    }

    /** The same with other beliefs of the platform. */
    SweptFigures analysed(UnaryOperator<PlatformFacts> believed) {
        Experiment experiment = experiment();
        RigFacts facts = facts();
        Crystal crystal = SampleTheory.of(experiment.sample()).crystal();
        Shot shot = ShotOf.shots(experiment.protocol()).get(0);
        return SweptFigures.of(
                new PerformedShot(1, shot, ShotPlan.of(shot, crystal, facts), notes(shot.settings())),
                new HeatModel(crystal, facts, believed.apply(facts.platform()), "the test"),
                OpenRig.monitorTesla(experiment.rig()));
    }

    /** As the isolating phase fits the drift: its last sixty readings. */
    DriftFit drift(double linkSeconds) {
        double[] seconds = new double[FITTED];
        double[] kelvin = new double[FITTED];
        DoubleUnaryOperator law = facts().thermometry().kelvin();
        for (int i = 0; i < FITTED; i++) {
            int at = waited.size() - FITTED + i;
            seconds[i] = WAITED + at * WAITED_EVERY;
            kelvin[i] = law.applyAsDouble(waited.raw()[at]);
        }
        return DriftFit.of(seconds, kelvin, linkSeconds).orElseThrow();
    }

    /** With what a run knows when its sweep is over. */
    ShotNotes notes(ShotSettings settings, double linkSeconds) {
        return TakenNotes.after(drift(linkSeconds), notes(settings), sweepSent - acquisitionSent);
    }

    static RigFacts facts() {
        Experiment experiment = experiment();
        return OpenRig.facts(experiment, OpenRig.calibration(experiment.rig()).curve(), 1);
    }

    private ShotNotes notes(ShotSettings settings) {
        return TakenNotes.of(
                trace,
                monitored,
                acquisitionSent,
                monitorSent,
                sweepSent,
                new FieldReading(10, settings.initialTesla()),
                new FieldReading(1, settings.finalTesla()));
    }

    private static void prepare(SteppedTwin twin) {
        twin.cryostat("SETP 1,4.0");
        twin.supply("*CLS", "SYST:REM 1", "FUNC:MODE CURR", "VOLT 10", "CURR 0", "OUTP ON");
        program(twin, "0.01", 0, 10, 200);
        twin.supply("CURR:MODE LIST");
        twin.advanceTo(5);
        twin.supply("CURR 10", "CURR:MODE FIX");
        program(twin, "0.0005", 10, 1, 180);
        twin.advanceTo(OPENED);
        twin.heatSwitch("o");
    }

    /** A tenth of a second each, as a run reads them. */
    private static Trace waited(SteppedTwin twin) {
        twin.advanceTo(WAITED);
        twin.meter("*RST", "CONF:VOLT:DC 0.1", "VOLT:DC:ZERO:AUTO OFF", "VOLT:DC:APER 0.1");
        int count = (int) ((STARTED - 1 - WAITED) / WAITED_EVERY);
        twin.meter("SAMP:SOUR TIM", "SAMP:TIM 5", "SAMP:COUN " + count, "TRIG:SOUR IMM", "*CLS", "INIT");
        twin.advanceTo(STARTED);
        return new Trace(WAITED_EVERY, twin.readings());
    }

    private static void program(SteppedTwin twin, String dwell, double from, double to, int points) {
        twin.supply("LIST:CLE", "LIST:DWEL " + dwell, "LIST:COUN 1");
        for (int first = 1; first <= points; first += 10) {
            twin.supply("LIST:CURR "
                    + IntStream.range(first, Math.min(points + 1, first + 10))
                            .mapToObj(i -> String.format(Locale.ROOT, "%.5f", from + (to - from) * i / points))
                            .collect(Collectors.joining(",")));
        }
    }

    private static void drain(SteppedTwin twin, double from, double to, DoubleStream.Builder readings) {
        for (double at = from; at < to; at += DRAIN_SECONDS) {
            twin.advanceTo(Math.min(at + DRAIN_SECONDS, to));
            Arrays.stream(twin.readings()).forEach(readings::add);
        }
    }
}
