package org.fieldfall.simulator.world;

import org.fieldfall.protocols.theory.level.Constants;

/**
 * Two levels in opposite wells that tunnel incoherently where they cross.
 *
 * <p>W = Δ²/(2ħ) s/(ξ² + s²) with the bias ξ = E_j − E_i and a half width s of the spread of fields and of the levels' lives;
 * W(i→j) = 2 W/(1 + exp(ξ/T)): the lattice pays for the bias, and what comes out in the end is Boltzmann's.
 *
 * @param i in the well below m = 0
 * @param j in the well above it
 * @param splittingKelvin Δ
 * @param tesla where the two cross
 */
record TunnelPair(int i, int j, double splittingKelvin, double tesla) {

    /** ħ/k_B, K s. */
    static final double HBAR_KELVIN = Constants.KELVIN_PER_HERTZ / (2 * Math.PI);

    double rate(double biasKelvin, double widthKelvin) {
        return splittingKelvin
                * splittingKelvin
                / (2 * HBAR_KELVIN)
                * widthKelvin
                / (biasKelvin * biasKelvin + widthKelvin * widthKelvin);
    }
}
