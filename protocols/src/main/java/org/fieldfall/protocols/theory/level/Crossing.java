package org.fieldfall.protocols.theory.level;

/**
 * Two neighbouring levels that come close on the way, and the share of each one's population that jumps to the other.
 *
 * <p>exp[−πΔ²/(2ħ v)] with the smallest gap Δ and v = |dE/dB − dE′/dB| dB/dt far from it (Landau 1932, Zener 1932).
 *
 * @param lower place of the lower of the two in ascending order
 */
record Crossing(int lower, double handedOver) {

    private static final double KELVIN_SECOND_PER_HBAR = Constants.BOLTZMANN / 1.054571817e-34;

    /**
     * @param gapKelvin Δ
     * @param kelvinPerTesla difference of the slopes of the two levels away from the crossing
     */
    static Crossing of(int lower, double gapKelvin, double kelvinPerTesla, double teslaPerSecond) {
        return new Crossing(lower, jumpProbability(gapKelvin, kelvinPerTesla, teslaPerSecond));
    }

    static double jumpProbability(double gapKelvin, double kelvinPerTesla, double teslaPerSecond) {
        var speed = Math.abs(kelvinPerTesla) * teslaPerSecond;
        return Math.exp(-Math.PI * gapKelvin * gapKelvin * KELVIN_SECOND_PER_HBAR / (2 * speed));
    }

    void handOver(double[] populations) {
        var change = handedOver * (populations[lower + 1] - populations[lower]);
        populations[lower] += change;
        populations[lower + 1] -= change;
    }
}
