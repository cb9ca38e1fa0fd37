package org.fieldfall.protocols.theory.bench;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.Direction;
import org.fieldfall.protocols.theory.level.Equilibrium;
import org.fieldfall.protocols.theory.level.Mn12;
import org.fieldfall.protocols.theory.level.Molecules;
import org.fieldfall.protocols.theory.level.Passage;
import org.fieldfall.protocols.theory.level.Powder;
import org.fieldfall.protocols.theory.level.Spectrum;
import org.fieldfall.protocols.theory.level.SpinModel;
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
 * Rows 1, 2 and 4 of design.md §12, which {@code compare} beside this file runs together with its peers in Python.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BalanceBenchmark {

    private final SuddenLimit limit = new SuddenLimit(Mn12.SPIN, new Debye(38, 1));
    private final double[] bf = grid(500, 0, 1);
    private final double[] ti = grid(500, 1, 15);
    private final double[] curve = grid(100, 1, 50);
    private final SpinModel tilted = Molecules.MN12.along(Direction.polar(0.3, 0.2));
    private double at = 4;

    @Benchmark
    public double suddenLimit() {
        at = at > 4.5 ? 3.5 : at + 1e-3;
        return limit.finalKelvin(1, 0.1, at);
    }

    /** 250 000 solves, Ti from 1 to 15 K and Bf from 0 to 1 T, on all cores. */
    @Benchmark
    public double[][] map() {
        return limit.deltaKelvin(1, bf, ti);
    }

    /** Mn12 with B₄⁰ and B₄⁴ in 25 × 40 directions: U, S, C, M and χ at 100 temperatures in 1 T, from matrices to curve. */
    @Benchmark
    public Equilibrium[] powder() {
        return new Powder().grid(Molecules.MN12, 25, 40).at(1).equilibria(curve);
    }

    /** One diagonalisation of 21 levels with the moments between all of them. */
    @Benchmark
    public Spectrum levels() {
        return tilted.at(1);
    }

    /** Some thirty crossings between 1 and 0.1 T at 17° from the axis. */
    @Benchmark
    public Passage passage() {
        return tilted.passage(1, 0.1, SuddenLimit.PAPER_RATE);
    }

    private static double[] grid(int count, double from, double to) {
        return IntStream.range(0, count)
                .mapToDouble(i -> from + (to - from) * i / (count - 1))
                .toArray();
    }
}
