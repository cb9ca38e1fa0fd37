package org.fieldfall.protocols.theory.level;

import java.util.Arrays;

/**
 * Eigenvalues and eigenvectors of one Hermitian matrix.
 *
 * <p>Householder reflections to a tridiagonal matrix, a diagonal of phases that makes it real, the implicit QL iteration,
 * and the way back for the vectors (G. H. Golub and C. F. Van Loan, Matrix Computations, 8.3; EISPACK's HTRIDI, IMTQL2,
 * HTRIBK). Vectors lie in rows, so that each inner loop runs along one. Commons Math knows real symmetric matrices only;
 * through it a complex one becomes real with twice the rows and gives each level twice, whose vectors would have to be
 * sorted out. For 21 levels the benchmark beside the tests has 153 µs there, and 51 µs here with all moments. Mutable; used
 * by one thread.
 */
final class HermitianSolver {

    private static final int MOST_ITERATIONS = 60;

    private final int n;
    private final boolean real;
    private final double[][] re;
    private final double[][] im;
    private final double[][] reflectorRe;
    private final double[][] reflectorIm;
    private final double[] strength;
    private final double[] phaseRe;
    private final double[] phaseIm;
    private final double[] diagonal;
    private final double[] beside;
    private final double[][] vectorRe;
    private final double[][] vectorIm;

    /** Takes over the arrays and solves. */
    HermitianSolver(double[][] re, double[][] im, boolean real) {
        n = re.length;
        this.real = real;
        this.re = re;
        this.im = im;
        reflectorRe = new double[n][];
        reflectorIm = new double[n][];
        strength = new double[n];
        phaseRe = new double[n];
        phaseIm = new double[n];
        diagonal = new double[n];
        beside = new double[n];
        vectorRe = new double[n][n];
        vectorIm = new double[n][n];
        tridiagonalise();
        for (var i = 0; i < n; i++) {
            vectorRe[i][i] = 1;
        }
        iterate();
        sort();
        transformBack();
    }

    /** The eigenvalues, ascending. */
    double[] values() {
        return diagonal;
    }

    /** Real parts of the eigenvectors, one a row, in the order of the values. */
    double[][] vectorsRe() {
        return vectorRe;
    }

    /** Imaginary parts of the same. */
    double[][] vectorsIm() {
        return vectorIm;
    }

    private void tridiagonalise() {
        phaseRe[0] = 1;
        for (var k = 0; k + 1 < n; k++) {
            reflect(k);
        }
        for (var i = 0; i < n; i++) {
            diagonal[i] = re[i][i];
        }
    }

    /** Clears column k below the subdiagonal, whose element is kept as its size and a phase. */
    private void reflect(int k) {
        var rows = n - k - 1;
        var vRe = new double[rows];
        var vIm = new double[rows];
        var tail = 0.0;
        for (var i = 0; i < rows; i++) {
            vRe[i] = re[k + 1 + i][k];
            vIm[i] = im[k + 1 + i][k];
            tail += i == 0 ? 0 : vRe[i] * vRe[i] + vIm[i] * vIm[i];
        }
        var first = Math.hypot(vRe[0], vIm[0]);
        var length = Math.sqrt(first * first + tail);
        var towardsRe = first == 0 ? 1 : vRe[0] / first;
        var towardsIm = first == 0 ? 0 : vIm[0] / first;
        if (tail == 0) {
            setBeside(k, first, towardsRe, towardsIm);
            return;
        }
        setBeside(k, length, -towardsRe, -towardsIm);
        vRe[0] += towardsRe * length;
        vIm[0] += towardsIm * length;
        reflectorRe[k] = vRe;
        reflectorIm[k] = vIm;
        strength[k] = 1 / (length * (length + first));
        update(k);
    }

    private void setBeside(int k, double size, double directionRe, double directionIm) {
        beside[k] = size;
        phaseRe[k + 1] = phaseRe[k] * directionRe - phaseIm[k] * directionIm;
        phaseIm[k + 1] = phaseRe[k] * directionIm + phaseIm[k] * directionRe;
    }

    /** The rest of the matrix between two reflections: A − v q† − q v†. */
    private void update(int k) {
        var rows = n - k - 1;
        var vRe = reflectorRe[k];
        var vIm = reflectorIm[k];
        var qRe = new double[rows];
        var qIm = new double[rows];
        var overlap = 0.0;
        for (var i = 0; i < rows; i++) {
            var rowRe = re[k + 1 + i];
            var rowIm = im[k + 1 + i];
            double x = 0, y = 0;
            for (var j = 0; j < rows; j++) {
                x += rowRe[k + 1 + j] * vRe[j];
            }
            if (!real) {
                for (var j = 0; j < rows; j++) {
                    x -= rowIm[k + 1 + j] * vIm[j];
                    y += rowRe[k + 1 + j] * vIm[j] + rowIm[k + 1 + j] * vRe[j];
                }
            }
            qRe[i] = x * strength[k];
            qIm[i] = y * strength[k];
            overlap += vRe[i] * qRe[i] + vIm[i] * qIm[i];
        }
        for (var i = 0; i < rows; i++) {
            qRe[i] -= overlap * strength[k] / 2 * vRe[i];
            qIm[i] -= overlap * strength[k] / 2 * vIm[i];
        }
        for (var i = 0; i < rows; i++) {
            subtract(k, i, vRe, vIm, qRe, qIm);
        }
    }

    private void subtract(int k, int i, double[] vRe, double[] vIm, double[] qRe, double[] qIm) {
        var rowRe = re[k + 1 + i];
        var rowIm = im[k + 1 + i];
        double vx = vRe[i], vy = vIm[i], qx = qRe[i], qy = qIm[i];
        if (real) {
            for (var j = 0; j < vRe.length; j++) {
                rowRe[k + 1 + j] -= vx * qRe[j] + qx * vRe[j];
            }
            return;
        }
        for (var j = 0; j < vRe.length; j++) {
            rowRe[k + 1 + j] -= vx * qRe[j] + vy * qIm[j] + qx * vRe[j] + qy * vIm[j];
            rowIm[k + 1 + j] -= vy * qRe[j] - vx * qIm[j] + qy * vRe[j] - qx * vIm[j];
        }
    }

    /** Implicit QL with Wilkinson's shift on the real tridiagonal matrix. */
    private void iterate() {
        for (var low = 0; low < n; low++) {
            for (var iteration = 0; ; iteration++) {
                var high = low;
                while (high + 1 < n && !isNegligible(high)) {
                    high++;
                }
                if (high == low) {
                    break;
                }
                if (iteration == MOST_ITERATIONS) {
                    throw new UnresolvedException(
                            "eigenvalue " + low + " of " + n + " not found in " + MOST_ITERATIONS + " iterations");
                }
                sweep(low, high);
            }
        }
    }

    private boolean isNegligible(int i) {
        var scale = Math.abs(diagonal[i]) + Math.abs(diagonal[i + 1]);
        return !(Math.abs(beside[i]) > Math.ulp(1.0) / 2 * scale);
    }

    private void sweep(int low, int high) {
        var g = (diagonal[low + 1] - diagonal[low]) / (2 * beside[low]);
        var r = Math.hypot(g, 1);
        g = diagonal[high] - diagonal[low] + beside[low] / (g + Math.copySign(r, g));
        double s = 1, c = 1, p = 0;
        for (var i = high - 1; i >= low; i--) {
            var f = s * beside[i];
            var b = c * beside[i];
            r = Math.hypot(f, g);
            beside[i + 1] = r;
            if (r == 0) {
                diagonal[i + 1] -= p;
                beside[high] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = diagonal[i + 1] - p;
            r = (diagonal[i] - g) * s + 2 * c * b;
            p = s * r;
            diagonal[i + 1] = g + p;
            g = c * r - b;
            rotate(vectorRe[i], vectorRe[i + 1], c, s);
        }
        diagonal[low] -= p;
        beside[low] = g;
        beside[high] = 0;
    }

    private static void rotate(double[] lower, double[] upper, double c, double s) {
        for (var k = 0; k < lower.length; k++) {
            var f = upper[k];
            upper[k] = s * lower[k] + c * f;
            lower[k] = c * lower[k] - s * f;
        }
    }

    private void sort() {
        var order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(diagonal[a], diagonal[b]));
        var values = diagonal.clone();
        var vectors = vectorRe.clone();
        for (var i = 0; i < n; i++) {
            diagonal[i] = values[order[i]];
            vectorRe[i] = vectors[order[i]];
        }
    }

    /** From vectors of the real tridiagonal matrix to those of the one given: phases, then the reflections, last first. */
    private void transformBack() {
        for (var j = 0; j < n; j++) {
            for (var i = 0; i < n; i++) {
                vectorIm[j][i] = vectorRe[j][i] * phaseIm[i];
                vectorRe[j][i] *= phaseRe[i];
            }
            for (var k = n - 3; k >= 0; k--) {
                if (strength[k] != 0) {
                    reflectVector(k, vectorRe[j], vectorIm[j]);
                }
            }
        }
    }

    private void reflectVector(int k, double[] wRe, double[] wIm) {
        var vRe = reflectorRe[k];
        var vIm = reflectorIm[k];
        double x = 0, y = 0;
        for (var i = 0; i < vRe.length; i++) {
            x += vRe[i] * wRe[k + 1 + i] + vIm[i] * wIm[k + 1 + i];
            y += vRe[i] * wIm[k + 1 + i] - vIm[i] * wRe[k + 1 + i];
        }
        x *= strength[k];
        y *= strength[k];
        for (var i = 0; i < vRe.length; i++) {
            wRe[k + 1 + i] -= x * vRe[i] - y * vIm[i];
            wIm[k + 1 + i] -= y * vRe[i] + x * vIm[i];
        }
    }
}
