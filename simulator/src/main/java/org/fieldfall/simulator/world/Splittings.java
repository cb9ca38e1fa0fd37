package org.fieldfall.simulator.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.fieldfall.protocols.theory.level.Constants;
import org.fieldfall.protocols.theory.level.Direction;
import org.fieldfall.protocols.theory.level.GiantSpin;
import org.fieldfall.protocols.theory.level.Operator;

/**
 * Tunnel splittings of pairs of levels in opposite wells, by diagonalisation of the whole Hamiltonian at the field where
 * the pair crosses.
 *
 * <p>The two eigenvectors that lie most in the pair are projected on it and made orthonormal; between them the Hamiltonian
 * is a matrix of two rows, and Δ is twice what stands beside its diagonal. This asks for no search of the smallest gap, and
 * leaves out what the levels shift. A Hamiltonian with imaginary parts becomes real with twice the rows.
 */
final class Splittings {

    /** Pairs that cross beyond it change τ by less than 1 % up to 1 T. */
    private static final double FARTHEST_TESLA = 2;

    /** What splits by less is deep in the wells; from 2.5 K up it changes τ by less than 1 %. */
    private static final double SMALLEST_KELVIN = 1e-5;

    private final Operator zeroField;
    private final Operator along;
    private final Operator across;
    private final double transverseTesla;
    private final boolean real;
    private final Ladder ladder;
    private final List<TunnelPair> pairs = new ArrayList<>();

    Splittings(GiantSpin spin, double g, double transverseTesla) {
        this.zeroField = spin.zeroField();
        this.along = spin.moment(Direction.Z);
        this.across = spin.moment(Direction.polar(Math.PI / 2, 0));
        this.transverseTesla = transverseTesla;
        int size = zeroField.size();
        double[] diagonal = new double[size];
        Arrays.setAll(diagonal, k -> zeroField.re(k, k));
        this.ladder = new Ladder(spin.spin(), g, diagonal);
        this.real = isReal();
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                if (ladder.m(i) < 0 && ladder.m(j) > 0) {
                    look(i, j);
                }
            }
        }
    }

    Ladder ladder() {
        return ladder;
    }

    List<TunnelPair> pairs() {
        return pairs;
    }

    private void look(int i, int j) {
        double tesla =
                (ladder.energy(i, 0) - ladder.energy(j, 0)) / (ladder.kelvinPerTesla() * (ladder.m(j) - ladder.m(i)));
        if (Math.abs(tesla) > FARTHEST_TESLA || !(transverseTesla > 0 || joinsLevels())) {
            return;
        }
        double kelvin = splitting(i, j, tesla);
        if (kelvin >= SMALLEST_KELVIN) {
            pairs.add(new TunnelPair(i, j, kelvin, tesla));
        }
    }

    private double splitting(int i, int j, double tesla) {
        int size = zeroField.size();
        RealMatrix whole = hamiltonian(tesla);
        EigenDecomposition solved = new EigenDecomposition(whole);
        int[] pair = real ? new int[] {i, j} : new int[] {i, j, i + size, j + size};
        Integer[] states = new Integer[whole.getRowDimension()];
        Arrays.setAll(states, k -> k);
        RealMatrix eigenvectors = solved.getV();
        Arrays.sort(states, Comparator.comparingDouble(k -> -share(eigenvectors, k, pair)));
        RealMatrix projected = new Array2DRowRealMatrix(pair.length, pair.length);
        double[] energies = new double[pair.length];
        for (int column = 0; column < pair.length; column++) {
            energies[column] = solved.getRealEigenvalue(states[column]);
            for (int row = 0; row < pair.length; row++) {
                projected.setEntry(row, column, eigenvectors.getEntry(pair[row], states[column]));
            }
        }
        SingularValueDecomposition parts = new SingularValueDecomposition(projected);
        RealMatrix vectors = parts.getU().multiply(parts.getVT());
        RealMatrix between =
                vectors.multiply(MatrixUtils.createRealDiagonalMatrix(energies)).multiply(vectors.transpose());
        return 2
                * (real
                        ? Math.abs(between.getEntry(0, 1))
                        : Math.hypot(between.getEntry(0, 1), between.getEntry(0, 3)));
    }

    private static double share(RealMatrix eigenvectors, int state, int[] pair) {
        double sum = 0;
        for (int level : pair) {
            double part = eigenvectors.getEntry(level, state);
            sum += part * part;
        }
        return sum;
    }

    private RealMatrix hamiltonian(double tesla) {
        int size = zeroField.size();
        double alongKelvin = -Constants.BOHR_MAGNETON_KELVIN * tesla;
        double acrossKelvin = -Constants.BOHR_MAGNETON_KELVIN * transverseTesla;
        RealMatrix whole = new Array2DRowRealMatrix(real ? size : 2 * size, real ? size : 2 * size);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double re = zeroField.re(row, column)
                        + alongKelvin * along.re(row, column)
                        + acrossKelvin * across.re(row, column);
                whole.setEntry(row, column, re);
                if (!real) {
                    double im = zeroField.im(row, column)
                            + alongKelvin * along.im(row, column)
                            + acrossKelvin * across.im(row, column);
                    whole.setEntry(row + size, column + size, re);
                    whole.setEntry(row, column + size, -im);
                    whole.setEntry(row + size, column, im);
                }
            }
        }
        return whole;
    }

    private boolean isReal() {
        for (int i = 0; i < zeroField.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (zeroField.im(i, j) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean joinsLevels() {
        for (int i = 0; i < zeroField.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (zeroField.re(i, j) != 0 || zeroField.im(i, j) != 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
