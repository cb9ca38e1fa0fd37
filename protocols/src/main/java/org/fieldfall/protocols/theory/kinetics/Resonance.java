package org.fieldfall.protocols.theory.kinetics;

/**
 * A field at which levels of the two wells meet and spins tunnel near the top of the barrier: there, and at the same field
 * reversed, they leave 1 + a times as fast, in a Lorentzian.
 *
 * @param tesla B<sub>n</sub>, zero or above
 * @param height a<sub>n</sub>
 * @param widthTesla w<sub>n</sub>, half the width at half height
 */
public record Resonance(double tesla, double height, double widthTesla) {

    public Resonance {
        check("field of a resonance", tesla, tesla >= 0, "0 T or above");
        check("height of a resonance", height, height >= 0, "0 or above");
        check("width of a resonance", widthTesla, widthTesla > 0, "above 0 T");
    }

    private static void check(String what, double value, boolean isAllowed, String range) {
        if (!isAllowed || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(what + " must be " + range + " and finite, got " + value);
        }
    }

    /** a/(1 + ((B − B<sub>n</sub>)/w)²), with its mirror image where the field is not zero. */
    double excess(double at) {
        return tesla == 0 ? lorentzian(at) : lorentzian(at) + lorentzian(-at);
    }

    private double lorentzian(double at) {
        var x = (at - tesla) / widthTesla;
        return height / (1 + x * x);
    }

    /** How far the field may go from here without passing the resonance unseen. */
    double nearTesla(double at) {
        return Math.max(widthTesla, Math.abs(Math.abs(at) - tesla)) / 2;
    }
}
