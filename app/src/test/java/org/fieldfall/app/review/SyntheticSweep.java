package org.fieldfall.app.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.FigureFound;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.PredictionMade;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.run.SendMarked;

/**
 * The record of a sweep that never was: 5 s of baseline at 4 K, 1 T to 0.1 T in 90 ms, 12 s after it, with a field monitor.
 * The temperature falls by 0.25 K in the ramp and goes to 0.8 K below within seconds; noise as the meter's.
 */
public final class SyntheticSweep {

    /** Rig time of the thermometer's first reading. */
    public static final double ACQUISITION = 10;

    /** Rig time of the ramp's start. */
    public static final double RAMP = 15;

    public static final double INTERVAL = 1e-3;

    private static final double RAMP_SECONDS = 0.09;
    private static final double LAG_SECONDS = 1.5e-3;
    private static final double MONITOR = 14.6;
    private static final double CURRENT = 0.45e-6;
    private static final double NOISE_VOLTS = 3e-6;
    private static final double TESLA_PER_VOLT = 0.1 / 10e-3;
    private static final int BASELINE = 5000;
    private static final int READINGS = 17_200;

    private final CalibrationCurve curve;
    private final Random random = new Random(4);
    private final double[] volts = new double[READINGS];

    public SyntheticSweep(CalibrationCurve curve) {
        this.curve = curve;
        for (int i = 0; i < READINGS; i++) {
            volts[i] = CURRENT * curve.ohm(kelvin(ACQUISITION + i * INTERVAL)) + NOISE_VOLTS * random.nextGaussian();
        }
    }

    /** The thermometer's readings in volts, one a {@link #INTERVAL}. */
    public double[] volts() {
        return volts.clone();
    }

    /** Kelvin of a reading, by the calibration and the nominal current. */
    public double kelvinOf(double reading) {
        return curve.kelvin(reading / CURRENT);
    }

    private static double kelvin(double seconds) {
        double t = seconds - RAMP - LAG_SECONDS;
        double share = Math.max(0, Math.min(1, t / RAMP_SECONDS));
        double slow = 1 - Math.exp(-Math.max(0, t - RAMP_SECONDS));
        return 4 - 0.25 * share - 0.55 * slow;
    }

    private static double tesla(double seconds) {
        return 1 - 0.9 * Math.max(0, Math.min(1, (seconds - RAMP) / RAMP_SECONDS));
    }

    /** A run whose protocol is as short as the readings. */
    public static SyntheticRun run(SyntheticRun run) {
        return run.rig("twin")
                .protocol("rig: twin-two-instruments", "rig: twin")
                .protocol("baseline: 60 s", "baseline: 5 s")
                .protocol("relax: 600 s", "relax: 12 s");
    }

    /** Writes the record. */
    public RunFolder write(SyntheticRun run) {
        List<RunEvent> events = new ArrayList<>();
        events.add(new PhaseStarted(4, "isolate", 3000));
        events.add(new ScalarRead(5, "bath-temperature", 4.001, "K", 4.001, "K"));
        events.add(new ScalarRead(7, "bath-temperature", 4.002, "K", 4.002, "K"));
        events.add(new FigureFound(8, "drift asymptote", 4, Double.NaN, "K"));
        events.add(new FigureFound(8, "drift remaining", 1e-4, 1e-4, "K"));
        events.add(new FigureFound(8, "drift remaining at most", 3e-4, Double.NaN, "K"));
        events.add(new FigureFound(8, "drift time constant", 78, Double.NaN, "s"));
        events.add(new FigureFound(8, "relaxation times waited", 700, Double.NaN, ""));
        events.add(new PhaseEnded(8, "isolate", Quality.GOOD, "the drift is over"));
        events.add(new PhaseStarted(9, "arm", 180));
        events.add(new SendMarked(ACQUISITION + 0.001, "acquisition 1", ACQUISITION - 0.001));
        events.add(thermometer(0, BASELINE));
        events.add(new PhaseEnded(14.5, "arm", Quality.GOOD, "the baseline is recorded"));
        events.add(new PhaseStarted(14.5, "sweep", 60));
        events.add(new ScalarRead(14.55, "field", 10, "A", 1, "T"));
        events.add(new SendMarked(MONITOR + 0.001, "acquisition 2", MONITOR - 0.001));
        events.add(new SendMarked(RAMP, "sweep", RAMP - 0.002));
        events.add(new ScalarRead(15.6, "field", 1, "A", 0.1, "T"));
        events.add(new BlockTaken(15.7, "field", 2, monitor(), "V"));
        events.add(new PhaseEnded(15.8, "sweep", Quality.GOOD, "the program ended"));
        events.add(new PhaseStarted(15.8, "relax", 100));
        events.add(new PredictionMade(
                15.9, "two-well", new double[] {RAMP, RAMP + 0.09, RAMP + 12}, new double[] {4, 3.75, 3.2}));
        events.add(thermometer(BASELINE, READINGS));
        events.add(new PhaseEnded(28, "relax", Quality.MARKED, "stopped on time"));
        events.add(new SafeStateStep(29, "field supply", "to 0 A at 1 T/s, output off", "0 A, output off", true));
        events.add(new RunEnded(30, "success", true, "every phase passed its tests"));
        return run.write(events.toArray(RunEvent[]::new));
    }

    private BlockTaken thermometer(int from, int to) {
        double[] part = Arrays.copyOfRange(volts, from, to);
        return new BlockTaken(
                ACQUISITION + to * INTERVAL, "sample-temperature", 1, new SampleBlock(from, INTERVAL, part), "V");
    }

    private SampleBlock monitor() {
        DoubleUnaryOperator read = seconds -> tesla(seconds) / TESLA_PER_VOLT + NOISE_VOLTS * random.nextGaussian();
        double[] shunt = new double[900];
        for (int i = 0; i < shunt.length; i++) {
            shunt[i] = read.applyAsDouble(MONITOR + i * INTERVAL);
        }
        return new SampleBlock(0, INTERVAL, shunt);
    }
}
