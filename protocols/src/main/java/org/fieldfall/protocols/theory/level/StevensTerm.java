package org.fieldfall.protocols.theory.level;

/**
 * B<sub>k</sub><sup>q</sup> O<sub>k</sub><sup>q</sup> with the Stevens operators of {@link SpinOperators}.
 *
 * <p>D = 3 B₂⁰ and E = B₂².
 *
 * @param k 2, 4 or 6
 * @param q from −k to k
 * @param kelvin B<sub>k</sub><sup>q</sup>/k<sub>B</sub>
 */
public record StevensTerm(int k, int q, double kelvin) {

    public StevensTerm {
        if (!(k == 2 || k == 4 || k == 6) || Math.abs(q) > k) {
            throw new IllegalArgumentException(
                    "Stevens operators have k = 2, 4 or 6 and q from -k to k, got k = " + k + ", q = " + q);
        }
        if (!Double.isFinite(kelvin)) {
            throw new IllegalArgumentException(name(k, q) + " must be finite, got " + kelvin + " K");
        }
    }

    String name() {
        return name(k, q);
    }

    private static String name(int k, int q) {
        return "B_" + k + "^" + q;
    }
}
