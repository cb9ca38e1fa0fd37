package org.fieldfall.protocols.theory.kinetics;

/** Solves (s − J) x = b for a handful of unknowns, by elimination with pivots and without allocating. */
final class LinearSolver {

    private final double[][] rows;
    private final int[] order;
    private final double[] right;

    LinearSolver(int size) {
        rows = new double[size][size];
        order = new int[size];
        right = new double[size];
    }

    /** Prepares (s − J); a singular matrix gives results that are not finite. */
    void factorise(double[][] jacobian, double s) {
        for (var i = 0; i < rows.length; i++) {
            order[i] = i;
            for (var j = 0; j < rows.length; j++) {
                rows[i][j] = (i == j ? s : 0) - jacobian[i][j];
            }
        }
        for (var k = 0; k < rows.length; k++) {
            pivot(k);
            eliminate(k);
        }
    }

    private void pivot(int k) {
        var best = k;
        for (var i = k + 1; i < rows.length; i++) {
            if (Math.abs(rows[i][k]) > Math.abs(rows[best][k])) {
                best = i;
            }
        }
        var row = rows[k];
        rows[k] = rows[best];
        rows[best] = row;
        var place = order[k];
        order[k] = order[best];
        order[best] = place;
    }

    private void eliminate(int k) {
        for (var i = k + 1; i < rows.length; i++) {
            rows[i][k] /= rows[k][k];
            for (var j = k + 1; j < rows.length; j++) {
                rows[i][j] -= rows[i][k] * rows[k][j];
            }
        }
    }

    /** Replaces b by x. */
    void solve(double[] b) {
        for (var i = 0; i < right.length; i++) {
            right[i] = b[order[i]];
            for (var j = 0; j < i; j++) {
                right[i] -= rows[i][j] * right[j];
            }
        }
        for (var i = right.length - 1; i >= 0; i--) {
            for (var j = i + 1; j < right.length; j++) {
                right[i] -= rows[i][j] * right[j];
            }
            right[i] /= rows[i][i];
        }
        System.arraycopy(right, 0, b, 0, right.length);
    }
}
