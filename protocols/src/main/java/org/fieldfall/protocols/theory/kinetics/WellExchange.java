package org.fieldfall.protocols.theory.kinetics;

import org.fieldfall.protocols.theory.level.Averages;
import org.fieldfall.protocols.theory.level.AxialSpin;

/**
 * How fast spins cross the barrier from one well to the other, for D &lt; 0.
 *
 * <p>The upper well is left at (1/2τ₀) exp(−U(B)/T) over the classical barrier U(B) = U₀ − |D|S² h(2 − h), with
 * h = |β|/(2|D|S) up to 1, where the upper well vanishes; never below zero. The way back follows from detailed balance,
 * exactly. In zero field 1/τ = exp(−U₀/T)/τ₀, eq. (10). Tunnelling resonances are not in it.
 */
record WellExchange(AxialSpin spin, Arrhenius relaxation) {

    WellExchange {
        checkWells(spin);
    }

    /** Refuses a spin that has no two wells, or whose upper well in a positive field is not the right one. */
    static void checkWells(AxialSpin spin) {
        if (!(spin.anisotropyKelvin() < 0)) {
            throw new IllegalArgumentException(
                    "two wells need an easy axis, D below 0 K, got D = " + spin.anisotropyKelvin() + " K");
        }
        if (!(spin.g() > 0)) {
            throw new IllegalArgumentException("two wells need g above 0, got " + spin.g());
        }
    }

    /**
     * Crossings per second and spin.
     *
     * @param toRight G<sub>LR</sub>, into the well M &gt; 0
     * @param toLeft G<sub>RL</sub>, into the well M &lt; 0
     */
    record Rates(double toRight, double toLeft) {

        double total() {
            return toRight + toLeft;
        }
    }

    Rates rates(double tesla, Averages left, Averages right) {
        var escape = Math.exp(-barrierKelvin(tesla) / left.kelvin()) / (2 * relaxation.tau0Seconds());
        return tesla >= 0
                ? new Rates(escape * right.partitionRatioTo(left), escape)
                : new Rates(escape, escape * left.partitionRatioTo(right));
    }

    double barrierKelvin(double tesla) {
        var height = -spin.anisotropyKelvin() * spin.spin() * spin.spin();
        var h = Math.min(1, Math.abs(spin.zeemanKelvin(tesla)) * spin.spin() / (2 * height));
        return Math.max(0, relaxation.barrierKelvin() - height * h * (2 - h));
    }
}
