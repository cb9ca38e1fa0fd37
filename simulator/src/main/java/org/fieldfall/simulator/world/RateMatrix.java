package org.fieldfall.simulator.world;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Rates between levels, and the implicit step (1 − t W) x = b with them.
 *
 * <p>Elimination after Grassmann, Taksar and Heyman (Oper. Res. 33, 1107 (1985)): the diagonal is not stored but summed from
 * what leaves a level, so nothing is ever subtracted. Populations stay positive, their sum is kept, and each is right to
 * rounding however stiff the rates. Which pairs there are is told once; where elimination fills in is found then. Mutable,
 * used by one thread.
 */
final class RateMatrix {

    private final int size;
    private final int[] order;
    private final int[][] beside;
    private final double[] rates;
    private final double[] stays;
    private final double[] inverse;
    private final double[] right;

    /** @param pairs of levels between which there are rates, both ways */
    RateMatrix(int size, int[][] pairs) {
        this.size = size;
        this.rates = new double[size * size];
        this.stays = new double[size];
        this.inverse = new double[size];
        this.right = new double[size];
        this.order = new int[size];
        this.beside = new int[size][];
        eliminateSymbolically(pairs);
    }

    /** The level with the fewest neighbours goes first. */
    private void eliminateSymbolically(int[][] pairs) {
        BitSet[] neighbours = new BitSet[size];
        Arrays.setAll(neighbours, k -> new BitSet(size));
        for (int[] pair : pairs) {
            neighbours[pair[0]].set(pair[1]);
            neighbours[pair[1]].set(pair[0]);
        }
        BitSet left = new BitSet(size);
        left.set(0, size);
        for (int step = 0; step < size; step++) {
            int next = left.stream()
                    .reduce((a, b) -> neighbours[b].cardinality() < neighbours[a].cardinality() ? b : a)
                    .orElseThrow();
            left.clear(next);
            order[step] = next;
            int[] around = neighbours[next].stream().toArray();
            beside[step] = around;
            for (int one : around) {
                neighbours[one].or(neighbours[next]);
                neighbours[one].clear(one);
                neighbours[one].clear(next);
            }
        }
    }

    void clear() {
        Arrays.fill(rates, 0);
    }

    /** Takes over the rates of another one of its size, before they are used up. */
    void copy(RateMatrix other) {
        System.arraycopy(other.rates, 0, rates, 0, rates.length);
    }

    void add(int from, int to, double perSecond) {
        rates[to * size + from] += perSecond;
    }

    /** Rate from one level to another, until {@link #factor}. */
    double rate(int from, int to) {
        return rates[to * size + from];
    }

    /** Prepares for steps of this length; the rates are used up. */
    void factor(double seconds) {
        for (int i = 0; i < rates.length; i++) {
            rates[i] *= seconds;
        }
        Arrays.fill(stays, 1);
        for (int step = 0; step < size; step++) {
            int k = order[step];
            double diagonal = stays[k];
            for (int i : beside[step]) {
                diagonal += rates[i * size + k];
            }
            inverse[k] = 1 / diagonal;
            for (int j : beside[step]) {
                double through = rates[k * size + j] * inverse[k];
                stays[j] += stays[k] * through;
                for (int i : beside[step]) {
                    if (i != j) {
                        rates[i * size + j] += rates[i * size + k] * through;
                    }
                }
            }
        }
    }

    /** One implicit step. The two arrays may be one. */
    void solve(double[] before, double[] after) {
        System.arraycopy(before, 0, right, 0, size);
        for (int step = 0; step < size; step++) {
            int k = order[step];
            double given = right[k] * inverse[k];
            for (int i : beside[step]) {
                right[i] += rates[i * size + k] * given;
            }
        }
        for (int step = size - 1; step >= 0; step--) {
            int k = order[step];
            double sum = right[k];
            for (int j : beside[step]) {
                sum += rates[k * size + j] * after[j];
            }
            after[k] = sum * inverse[k];
        }
    }
}
