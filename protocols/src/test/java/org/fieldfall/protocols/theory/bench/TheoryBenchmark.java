package org.fieldfall.protocols.theory.bench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.balance.Isentrope;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;
import org.fieldfall.protocols.theory.kinetics.Prediction;
import org.fieldfall.protocols.theory.kinetics.Resonance;
import org.fieldfall.protocols.theory.kinetics.Resonances;
import org.fieldfall.protocols.theory.kinetics.Species;
import org.fieldfall.protocols.theory.kinetics.Spins;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.Thermometer;
import org.fieldfall.protocols.theory.kinetics.TwoWells;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.Mn12;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Targets (design.md §12): 5 µs a sudden limit, 2000 µs a prediction of 100 s, both for S = 10 on one core.
 *
 * <p>Fastest and median seen, 2 virtual cores shared with other builds (load 6), OpenJDK 17: sudden limit 1.5 and 2.3 µs,
 * isentrope 2.7 and 3.9 µs. Fastest seen under load 15, where medians say nothing: prediction 0.99 ms, over 90 readings
 * 1.33 ms, with everything that K1 knows 8.1 ms, completed change 0.15 ms.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TheoryBenchmark {

    private static final Debye PHONONS = new Debye(38, 1);

    private final SuddenLimit limit = new SuddenLimit(Mn12.SPIN, PHONONS);
    private final Isentrope isentrope = new Isentrope(Mn12.SPIN, PHONONS);
    private final TwoWells shot = new TwoWells(
            Mn12.SPIN, PHONONS, new Arrhenius(61.5, 2.1e-7), Surroundings.linked(1.942e-6, 1e-6, 0.14e-6, 4));
    private final TwoWells everything = new TwoWells(
            Spins.of(
                            Mn12.SPIN,
                            new Arrhenius(61.5, 2.1e-7),
                            new Resonances(List.of(
                                    new Resonance(0, 2.5, 0.05),
                                    new Resonance(0.443, 1.5, 0.05),
                                    new Resonance(0.877, 1.5, 0.05),
                                    new Resonance(1.307, 1.5, 0.05))))
                    .with(new Species(0.06, Mn12.SPIN, new Arrhenius(23, 2.1e-7), Resonances.none()))
                    .coupledBy(0.03),
            PHONONS,
            Surroundings.linked(1.942e-6, 1e-6, 0.14e-6, 4)
                    .heatedBy(0, 1e-9)
                    .equalisingIn(0.01)
                    .readBy(new Thermometer(1.5e-3, 0.76e-9, 1e-6)));
    private final double[] times =
            IntStream.rangeClosed(0, 1000).mapToDouble(i -> 0.1 * i).toArray();
    private final FieldHistory ramp = FieldHistory.ramp(1, 0.1, 0, 10);
    private final FieldHistory readRamp = readRamp();
    private double ti = 4;

    @Benchmark
    public double suddenLimit() {
        ti = ti > 4.5 ? 3.5 : ti + 1e-3;
        return limit.finalKelvin(1, 0.1, ti);
    }

    @Benchmark
    public OptionalDouble isentrope() {
        ti = ti > 4.5 ? 3.5 : ti + 1e-3;
        return isentrope.finalKelvin(1, 0.1, ti);
    }

    /** 100 s at 1001 times after a straight ramp. */
    @Benchmark
    public Prediction prediction() {
        return shot.predict(4, ramp, times);
    }

    /** The same through 90 readings of the field within the ramp. */
    @Benchmark
    public Prediction predictionOverReadings() {
        return shot.predict(4, readRamp, times);
    }

    /** The plain one with resonances, fast species, dipolar field, internal time and a thermometer that lags. */
    @Benchmark
    public Prediction predictionOfEverything() {
        return everything.predict(4, ramp, times);
    }

    @Benchmark
    public double completed() {
        return shot.completedKelvin(4, ramp);
    }

    private static FieldHistory readRamp() {
        var seconds = IntStream.rangeClosed(0, 90).mapToDouble(i -> 1e-3 * i).toArray();
        var tesla = IntStream.rangeClosed(0, 90)
                .mapToDouble(i -> 1 - 0.01 * i + 3e-5 * Math.sin(i * i))
                .toArray();
        return FieldHistory.piecewiseLinear(seconds, tesla);
    }
}
