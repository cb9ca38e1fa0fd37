package org.fieldfall.protocols.theory.kinetics;

import org.fieldfall.protocols.theory.level.AxialSpin;

/**
 * How fast spins leave the upper of the two wells of a species, for D &lt; 0.
 *
 * <p>(1/2τ₀) exp(−U(B)/T) f<sub>res</sub>(B)/f<sub>res</sub>(0) over the classical barrier U(B) = U₀ − |D|S² h(2 − h), with h = |β|/(2|D|S) up to
 * 1, where the upper well vanishes; never below zero. The way back follows from detailed balance, exactly. In zero field
 * 1/τ = exp(−U₀/T)/τ₀, eq. (10). Immutable.
 */
final class WellExchange {

    private final AxialSpin spin;
    private final double barrier;
    private final double height;
    private final double attempts;
    private final Resonances resonances;

    WellExchange(Species species) {
        spin = species.spin();
        barrier = species.relaxation().barrierKelvin();
        height = -spin.anisotropyKelvin() * spin.spin() * spin.spin();
        resonances = species.resonances();
        attempts = 1 / (2 * species.relaxation().tau0Seconds() * resonances.enhancement(0));
    }

    double escapePerSecond(double tesla, double kelvin) {
        return attempts * resonances.enhancement(tesla) * Math.exp(-barrierKelvin(tesla) / kelvin);
    }

    double barrierKelvin(double tesla) {
        var h = Math.min(1, Math.abs(spin.zeemanKelvin(tesla)) * spin.spin() / (2 * height));
        return Math.max(0, barrier - height * h * (2 - h));
    }
}
