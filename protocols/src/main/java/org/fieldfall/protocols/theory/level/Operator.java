package org.fieldfall.protocols.theory.level;

import java.util.Arrays;

/** A Hermitian matrix on the states of some spins. Immutable: threads may share it. */
public final class Operator {

    private final double[][] re;
    private final double[][] im;

    /** Takes over the arrays: real and imaginary part, row by row. */
    Operator(double[][] re, double[][] im) {
        this.re = re;
        this.im = im;
    }

    static Operator zero(int size) {
        return new Operator(new double[size][size], new double[size][size]);
    }

    static Operator identity(int size) {
        var re = new double[size][size];
        for (var i = 0; i < size; i++) {
            re[i][i] = 1;
        }
        return new Operator(re, new double[size][size]);
    }

    public int size() {
        return re.length;
    }

    /** The real part of ⟨row|O|column⟩. */
    public double re(int row, int column) {
        return re[row][column];
    }

    /** The imaginary part of ⟨row|O|column⟩. */
    public double im(int row, int column) {
        return im[row][column];
    }

    /** This plus so many times another of its size. */
    Operator plus(double factor, Operator other) {
        return new Operator(added(re, factor, other.re), added(im, factor, other.im));
    }

    /** The product with an operator it commutes with: on the same states, or on another spin of a cluster. */
    Operator times(Operator other) {
        var size = size();
        var product = zero(size);
        for (var i = 0; i < size; i++) {
            for (var k = 0; k < size; k++) {
                if (re[i][k] != 0 || im[i][k] != 0) {
                    product.addRow(i, re[i][k], im[i][k], other.re[k], other.im[k]);
                }
            }
        }
        return product;
    }

    private void addRow(int i, double x, double y, double[] rowRe, double[] rowIm) {
        for (var j = 0; j < rowRe.length; j++) {
            re[i][j] += x * rowRe[j] - y * rowIm[j];
            im[i][j] += x * rowIm[j] + y * rowRe[j];
        }
    }

    /** Acting on one factor of a space: on the states of spins before it and after it nothing happens. */
    Operator within(int before, int after) {
        var inner = size();
        var result = zero(before * inner * after);
        for (var b = 0; b < before; b++) {
            for (var i = 0; i < inner; i++) {
                for (var j = 0; j < inner; j++) {
                    for (var a = 0; a < after; a++) {
                        var row = (b * inner + i) * after + a;
                        var column = (b * inner + j) * after + a;
                        result.re[row][column] = re[i][j];
                        result.im[row][column] = im[i][j];
                    }
                }
            }
        }
        return result;
    }

    /** On some of the states only. */
    Operator on(int[] states) {
        return new Operator(picked(re, states), picked(im, states));
    }

    boolean isReal() {
        return Arrays.stream(im).allMatch(row -> Arrays.stream(row).allMatch(x -> x == 0));
    }

    /** Whether it takes one state to the other. */
    boolean connects(int row, int column) {
        return re[row][column] != 0 || im[row][column] != 0;
    }

    double[][] copyRe() {
        return copy(re);
    }

    double[][] copyIm() {
        return copy(im);
    }

    /** Adds O v to a vector (that of an eigenvector's two parts), zeros left out. */
    void applyTo(double[] vRe, double[] vIm, double[] toRe, double[] toIm) {
        for (var i = 0; i < re.length; i++) {
            double x = 0, y = 0;
            for (var j = 0; j < re.length; j++) {
                if (re[i][j] != 0 || im[i][j] != 0) {
                    x += re[i][j] * vRe[j] - im[i][j] * vIm[j];
                    y += re[i][j] * vIm[j] + im[i][j] * vRe[j];
                }
            }
            toRe[i] += x;
            toIm[i] += y;
        }
    }

    private static double[][] added(double[][] to, double factor, double[][] other) {
        var sum = copy(to);
        for (var i = 0; i < sum.length; i++) {
            for (var j = 0; j < sum.length; j++) {
                sum[i][j] += factor * other[i][j];
            }
        }
        return sum;
    }

    private static double[][] picked(double[][] from, int[] states) {
        return Arrays.stream(states)
                .mapToObj(row -> Arrays.stream(states)
                        .mapToDouble(column -> from[row][column])
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[][] copy(double[][] of) {
        return Arrays.stream(of).map(double[]::clone).toArray(double[][]::new);
    }
}
