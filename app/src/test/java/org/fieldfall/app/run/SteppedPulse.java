package org.fieldfall.app.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.ShotOf;
import org.fieldfall.app.rig.Twins;
import org.fieldfall.protocols.analysis.HeaterPulse;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.Shot;
import org.fieldfall.protocols.fieldquench.ShotNotes;
import org.fieldfall.simulator.SteppedTwin;

/** The heater pulse played to a stepped twin at fixed world times, its trace given to the analysis as a run would. */
final class SteppedPulse {

    private static final double OPENED = 70;
    private static final double STARTED = 541;
    private static final double ON = STARTED + 60.3;
    private static final double OFF = ON + 10;
    private static final double ENDED = OFF + 400;
    private static final double DRAIN_SECONDS = 20;

    /** 0.45 % of 1 mA through 10 kOhm, the step of output 2 that is nearest to 0.2 uW. */
    private static final double WATTS = 4.5e-6 * 4.5e-6 * 1e4;

    /** As the heat phase states it. */
    private static final double TIME_SIGMA_SECONDS = 0.02;

    private SteppedPulse() {}

    static PulseTruth play(long seed) {
        Experiment experiment = PulseTruth.experiment();
        SteppedTwin twin = new SteppedTwin(Twins.settings(experiment), seed);
        Trace trace = new Trace(1e-3, record(twin));

        Shot shot = ShotOf.shots(experiment.protocol()).get(0);
        ShotNotes.PulseNotes given = new ShotNotes.PulseNotes(ON, OFF, TIME_SIGMA_SECONDS, WATTS);
        HeaterPulse found = new PulseReport(
                        given, STARTED, shot.settings(), ShotOf.crystal(experiment.sample()), facts(experiment))
                .fit(trace);

        return PulseTruth.of(
                experiment,
                seed,
                found.heatCapacityJoulePerKelvin(),
                found.linkWattPerKelvin(),
                found.baselineKelvin(),
                twin.drawn());
    }

    private static RigFacts facts(Experiment experiment) {
        return ShotOf.facts(
                experiment.rig(),
                OpenRig.calibration(experiment.rig()).curve(),
                OpenRig.supplyCapability(experiment.rig()),
                OpenRig.thermometerCapability(experiment.rig()),
                OpenRig.heaterCapability(experiment.rig()),
                1);
    }

    private static double[] record(SteppedTwin twin) {
        twin.cryostat("SETP 1,4.0");
        twin.supply("*CLS", "SYST:REM 1", "FUNC:MODE CURR", "VOLT 10", "CURR 0", "OUTP ON");
        twin.supply("LIST:CLE", "LIST:DWEL 0.02", "LIST:COUN 1");
        for (int i = 1; i <= 20; i++) {
            twin.supply(String.format(Locale.ROOT, "LIST:CURR %.6f", i / 20.0));
        }
        twin.supply("CURR:MODE LIST");
        twin.advanceTo(OPENED);
        twin.heatSwitch("o");
        twin.advanceTo(STARTED);
        twin.meter("*RST", "CONF:VOLT:DC 0.1", "VOLT:DC:ZERO:AUTO OFF", "VOLT:DC:APER 3e-4");
        twin.meter("SAMP:SOUR TIM", "SAMP:TIM 1e-3", "SAMP:COUN 900000", "TRIG:SOUR IMM", "*CLS", "INIT");
        DoubleStream.Builder readings = DoubleStream.builder();
        drain(twin, STARTED, ON, readings);
        twin.cryostat("MOUT 2,0.45", "RANGE 2,1");
        drain(twin, ON, OFF, readings);
        twin.cryostat("RANGE 2,0");
        drain(twin, OFF, ENDED, readings);
        return readings.build().toArray();
    }

    private static void drain(SteppedTwin twin, double from, double to, DoubleStream.Builder readings) {
        for (double at = from; at < to; at += DRAIN_SECONDS) {
            twin.advanceTo(Math.min(at + DRAIN_SECONDS, to));
            Arrays.stream(twin.readings()).forEach(readings::add);
        }
    }
}
