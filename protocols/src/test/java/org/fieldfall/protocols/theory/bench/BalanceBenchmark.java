package org.fieldfall.protocols.theory.bench;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.Constants;
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
 *
 * <p>Fastest and median seen, 2 virtual cores shared with other builds (load 5), OpenJDK 17, Python 3.11, NumPy 1.24, SciPy
 * 1.10: sudden limit 0.8 and 0.9 µs (target 5), SciPy with the integral by quadrature 79 and 81 µs (101 and 88 times as
 * long, target 75), tabulated 36 and 38 µs (46 and 42 times, target 25); map 123 and 165 ms (target 1 s), NumPy 0.78 and
 * 2.6 s (6.4 and 16 times, target 3); powder 212 and 381 ms (target 500), 107 ms in a quieter run, 0.21 s of one core; one
 * spectrum of 21 levels 50 and 51 µs; levels followed 2.7 and 5 ms.
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
    private final RealMatrix doubled = doubled();
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

    /** The same eigenvalues and vectors by Commons Math, through the real matrix of 42 rows; no moments. */
    @Benchmark
    public EigenDecomposition levelsByCommonsMath() {
        return new EigenDecomposition(doubled);
    }

    /** Some thirty crossings between 1 and 0.1 T at 17° from the axis. */
    @Benchmark
    public Passage passage() {
        return tilted.passage(1, 0.1, SuddenLimit.PAPER_RATE);
    }

    private static RealMatrix doubled() {
        var energy = Molecules.MN12.zeroField();
        var moment = Molecules.MN12.moment(Direction.polar(0.3, 0.2));
        var n = energy.size();
        var matrix = MatrixUtils.createRealMatrix(2 * n, 2 * n);
        for (var i = 0; i < n; i++) {
            for (var j = 0; j < n; j++) {
                var re = energy.re(i, j) - Constants.BOHR_MAGNETON_KELVIN * moment.re(i, j);
                var im = energy.im(i, j) - Constants.BOHR_MAGNETON_KELVIN * moment.im(i, j);
                matrix.setEntry(i, j, re);
                matrix.setEntry(n + i, n + j, re);
                matrix.setEntry(n + i, j, im);
                matrix.setEntry(i, n + j, -im);
            }
        }
        return matrix;
    }

    private static double[] grid(int count, double from, double to) {
        return IntStream.range(0, count)
                .mapToDouble(i -> from + (to - from) * i / (count - 1))
                .toArray();
    }
}
