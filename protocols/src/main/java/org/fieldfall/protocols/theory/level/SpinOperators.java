package org.fieldfall.protocols.theory.level;

/**
 * The operators of one spin on its states M = −S … S, in this order: Sx, Sy, Sz and the Stevens operators.
 *
 * <p>O<sub>k</sub><sup>0</sup> = f(Sz); for q &gt; 0 O<sub>k</sub><sup>q</sup> = ¼ [f(Sz) (S₊<sup>q</sup> + S₋<sup>q</sup>) + (S₊<sup>q</sup> + S₋<sup>q</sup>) f(Sz)] and
 * O<sub>k</sub><sup>−q</sup> = −(i/4) [f(Sz) (S₊<sup>q</sup> − S₋<sup>q</sup>) + (S₊<sup>q</sup> − S₋<sup>q</sup>) f(Sz)], with the f of {@link #polynomial}: A. Abragam and
 * B. Bleaney, Electron Paramagnetic Resonance of Transition Ions (1970), table 16; C. Rudowicz and C. Y. Chung, J. Phys.:
 * Condens. Matter 16, 5825 (2004).
 */
record SpinOperators(double spin) {

    SpinOperators {
        if (!(spin >= 0.5) || 2 * spin != Math.rint(2 * spin)) {
            throw new IllegalArgumentException("spin S must be a multiple of 1/2 from 1/2 up, got " + spin);
        }
    }

    int size() {
        return (int) (2 * spin) + 1;
    }

    Operator x() {
        return ladder(1, m -> 0.5, false);
    }

    Operator y() {
        return ladder(1, m -> 0.5, true);
    }

    Operator z() {
        return diagonal(m -> m);
    }

    /** O<sub>k</sub><sup>q</sup> for k = 2, 4, 6 and q from −k to k. */
    Operator stevens(int k, int q) {
        var order = Math.abs(q);
        Weight f = m -> polynomial(k, order, m);
        return q == 0 ? diagonal(f) : ladder(order, m -> (f.at(m) + f.at(m + order)) / 4, q < 0);
    }

    /** f(Sz) of O<sub>k</sub><sup>q</sup>, with X = S(S + 1). */
    private double polynomial(int k, int q, double m) {
        var x = spin * (spin + 1);
        var mm = m * m;
        return switch (10 * k + q) {
            case 20 -> 3 * mm - x;
            case 21 -> m;
            case 22, 44, 66 -> 1;
            case 40 -> (35 * mm - 30 * x + 25) * mm + (3 * x - 6) * x;
            case 41 -> (7 * mm - 3 * x - 1) * m;
            case 42 -> 7 * mm - x - 5;
            case 43, 65 -> m;
            case 60 ->
                ((231 * mm - 315 * x + 735) * mm + (105 * x - 525) * x + 294) * mm + ((-5 * x + 40) * x - 60) * x;
            case 61 -> ((33 * mm - 30 * x + 15) * mm + (5 * x - 10) * x + 12) * m;
            case 62 -> (33 * mm - 18 * x - 123) * mm + (x + 10) * x + 102;
            case 63 -> (11 * mm - 3 * x - 59) * m;
            case 64 -> 11 * mm - x - 38;
            default ->
                throw new IllegalArgumentException(
                        "Stevens operators have k = 2, 4 or 6 and q from -k to k, got k = " + k + ", |q| = " + q);
        };
    }

    private Operator diagonal(Weight weight) {
        var re = new double[size()][size()];
        for (var i = 0; i < size(); i++) {
            re[i][i] = weight.at(i - spin);
        }
        return new Operator(re, new double[size()][size()]);
    }

    /** Between M and M + step: the weight at M times ⟨M + step|S₊<sup>step</sup>|M⟩, or −i times that. */
    private Operator ladder(int step, Weight weight, boolean turned) {
        var re = new double[size()][size()];
        var im = new double[size()][size()];
        for (var i = 0; i + step < size(); i++) {
            var element = weight.at(i - spin) * raised(i - spin, step);
            if (turned) {
                im[i + step][i] = -element;
                im[i][i + step] = element;
            } else {
                re[i + step][i] = element;
                re[i][i + step] = element;
            }
        }
        return new Operator(re, im);
    }

    private double raised(double m, int steps) {
        var product = 1.0;
        for (var j = 0; j < steps; j++) {
            product *= (spin - m - j) * (spin + m + j + 1);
        }
        return Math.sqrt(product);
    }

    @FunctionalInterface
    private interface Weight {

        double at(double m);
    }
}
