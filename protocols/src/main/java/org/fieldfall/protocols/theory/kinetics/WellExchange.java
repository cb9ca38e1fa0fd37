package org.fieldfall.protocols.theory.kinetics;

import org.fieldfall.protocols.theory.level.AxialSpin;

/**
 * How fast spins leave the upper of the two wells of a species, for D &lt; 0.
 *
 * <p>(1/2τ₀) exp(−U(B)/T) f<sub>res</sub>(B)/f<sub>res</sub>(0) over a barrier U(B) that a field lowers from U₀ by as much as it lowers that of
 * the Hamiltonian; never below zero. Of D alone that is the classical |D|S² h(2 − h) with h = |β|/(2|D|S) up to 1, where the
 * upper well vanishes. With B₄ it is counted from the levels themselves: the highest of all above the end M = S of the upper
 * well, which changes its slope wherever another level becomes the highest. The way back follows from detailed balance,
 * exactly. In zero field 1/τ = exp(−U₀/T)/τ₀, eq. (10). Immutable.
 */
final class WellExchange {

    private final AxialSpin spin;
    private final double barrier;
    private final double height;
    private final double[] numbers;
    private final double[] zeroField;
    private final double attempts;
    private final Resonances resonances;

    WellExchange(Species species) {
        spin = species.spin();
        barrier = species.relaxation().barrierKelvin();
        var levels = spin.at(0);
        numbers = levels.magneticNumbers();
        zeroField = levels.energiesKelvin();
        height = isClassical() ? -spin.anisotropyKelvin() * spin.spin() * spin.spin() : heightKelvin(0);
        resonances = species.resonances();
        attempts = 1 / (2 * species.relaxation().tau0Seconds() * resonances.enhancement(0));
    }

    double escapePerSecond(double tesla, double kelvin) {
        return attempts * resonances.enhancement(tesla) * Math.exp(-barrierKelvin(tesla) / kelvin);
    }

    double barrierKelvin(double tesla) {
        var zeeman = Math.abs(spin.zeemanKelvin(tesla));
        var lost = isClassical() ? classicallyLost(zeeman) : height - heightKelvin(zeeman);
        return Math.max(0, barrier - lost);
    }

    private boolean isClassical() {
        return spin.quarticKelvin() == 0;
    }

    private double classicallyLost(double zeemanKelvin) {
        var h = Math.min(1, zeemanKelvin * spin.spin() / (2 * height));
        return height * h * (2 - h);
    }

    private double heightKelvin(double zeemanKelvin) {
        var top = Double.NEGATIVE_INFINITY;
        var end = numbers.length - 1;
        for (var k = 0; k <= end; k++) {
            top = Math.max(top, zeroField[k] + zeemanKelvin * numbers[k]);
        }
        return top - (zeroField[end] + zeemanKelvin * numbers[end]);
    }
}
