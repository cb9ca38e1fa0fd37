package org.fieldfall.protocols.theory.kinetics;

/**
 * The relaxation time at zero field: τ(T) = τ₀ exp(U/k<sub>B</sub>T), eq. (10).
 *
 * @param barrierKelvin U/k<sub>B</sub>
 * @param tau0Seconds τ₀
 */
public record Arrhenius(double barrierKelvin, double tau0Seconds) {

    public Arrhenius {
        if (!(barrierKelvin > 0 && barrierKelvin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("barrier must be above 0 K and finite, got " + barrierKelvin + " K");
        }
        if (!(tau0Seconds > 0 && tau0Seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tau0 must be above 0 s and finite, got " + tau0Seconds + " s");
        }
    }

    /** τ at a temperature; grows without bound towards 0 K. */
    public double seconds(double kelvin) {
        return tau0Seconds * Math.exp(barrierKelvin / kelvin);
    }

    /** The temperature at which τ is this long; longer than τ₀. */
    public double kelvinWhere(double seconds) {
        if (!(seconds > tau0Seconds)) {
            throw new IllegalArgumentException(
                    "tau never falls to " + seconds + " s, it stays above " + tau0Seconds + " s");
        }
        return barrierKelvin / Math.log(seconds / tau0Seconds);
    }
}
