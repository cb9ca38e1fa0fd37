package org.fieldfall.protocols.theory.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HermitianSolverTest {

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithCommonsMathThroughTheRealFormOfTwiceTheSize(int seed) {
        var random = new Random(seed);
        var size = 1 + random.nextInt(24);
        var any = anyHermitian(random, size, seed % 2 == 0);

        var values = solve(any).values();

        var reference = new EigenDecomposition(MatrixUtils.createRealMatrix(doubled(any))).getRealEigenvalues();
        Arrays.sort(reference);
        for (var k = 0; k < size; k++) {
            assertThat(values[k]).as("seed %d", seed).isCloseTo(reference[2 * k], within(1e-12 * size));
            assertThat(values[k]).as("seed %d", seed).isCloseTo(reference[2 * k + 1], within(1e-12 * size));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesOrthonormalVectorsThatPutTheMatrixTogetherAgain(int seed) {
        var random = new Random(seed);
        var size = 1 + random.nextInt(24);
        var any = seed % 3 == 0 ? sparse(random, size) : anyHermitian(random, size, seed % 2 == 0);

        var solved = solve(any);

        assertThat(solved.values()).isSorted();
        for (var i = 0; i < size; i++) {
            for (var j = 0; j < size; j++) {
                double re = 0, im = 0;
                double overlapRe = 0, overlapIm = 0;
                for (var k = 0; k < size; k++) {
                    var vRe = solved.vectorsRe();
                    var vIm = solved.vectorsIm();
                    re += solved.values()[k] * (vRe[k][i] * vRe[k][j] + vIm[k][i] * vIm[k][j]);
                    im += solved.values()[k] * (vIm[k][i] * vRe[k][j] - vRe[k][i] * vIm[k][j]);
                    overlapRe += vRe[i][k] * vRe[j][k] + vIm[i][k] * vIm[j][k];
                    overlapIm += vRe[i][k] * vIm[j][k] - vIm[i][k] * vRe[j][k];
                }
                assertThat(re).as("seed %d", seed).isCloseTo(any.re(i, j), within(1e-12 * size));
                assertThat(im).as("seed %d", seed).isCloseTo(any.im(i, j), within(1e-12 * size));
                assertThat(overlapRe).as("seed %d", seed).isCloseTo(i == j ? 1 : 0, within(1e-13));
                assertThat(overlapIm).as("seed %d", seed).isCloseTo(0, within(1e-13));
            }
        }
    }

    @Test
    void keepsSmallElementsBesideALargeOne() {
        var re = new double[][] {{0, 1, 1e-9}, {1, 0, 0}, {1e-9, 0, 1}};
        var values = solve(new Operator(re, new double[3][3])).values();

        // Second order in the small element: it splits the two levels at 1 by 1e-9 times the square root of 2.
        assertThat(values[2] - values[1]).isCloseTo(Math.sqrt(2) * 1e-9, within(1e-15));
    }

    @Test
    void findsTheLevelsOfAMatrixOfZeros() {
        assertThat(solve(Operator.zero(5)).values()).containsOnly(0);
    }

    private static HermitianSolver solve(Operator any) {
        return new HermitianSolver(any.copyRe(), any.copyIm(), any.isReal());
    }

    private static Operator anyHermitian(Random random, int size, boolean real) {
        var re = new double[size][size];
        var im = new double[size][size];
        for (var i = 0; i < size; i++) {
            for (var j = 0; j <= i; j++) {
                re[i][j] = re[j][i] = random.nextGaussian();
                im[i][j] = i == j || real ? 0 : random.nextGaussian();
                im[j][i] = -im[i][j];
            }
        }
        return new Operator(re, im);
    }

    /** Many zeros and equal levels, as the Hamiltonians of spins have. */
    private static Operator sparse(Random random, int size) {
        var re = new double[size][size];
        var im = new double[size][size];
        for (var i = 0; i < size; i++) {
            re[i][i] = random.nextInt(3);
            var j = random.nextInt(size);
            if (j != i) {
                re[i][j] = re[j][i] = random.nextInt(2);
                im[i][j] = random.nextInt(2);
                im[j][i] = -im[i][j];
            }
        }
        return new Operator(re, im);
    }

    private static double[][] doubled(Operator any) {
        var size = any.size();
        var matrix = new double[2 * size][2 * size];
        for (var i = 0; i < size; i++) {
            for (var j = 0; j < size; j++) {
                matrix[i][j] = matrix[size + i][size + j] = any.re(i, j);
                matrix[size + i][j] = any.im(i, j);
                matrix[i][size + j] = -any.im(i, j);
            }
        }
        return matrix;
    }
}
