package org.fieldfall.simulator.world;

import org.fieldfall.protocols.theory.level.Constants;

/**
 * Pairs of levels between which one phonon is taken up or given off, with |Δm| = 1 and 2.
 *
 * <p>W(m→m±1) = D² (2m±1)² [S(S+1) − m(m±1)]/(24π ρ v⁵ ħ⁴) d³/(exp(d/kT) − 1) with d = E_final − E_initial: sound
 * turns the anisotropy axis, which leaves no constant free. W(m→m±2) = κ D² (S∓m)(S±m+1)(S∓m−1)(S±m+2)/(32π ρ v⁵ ħ⁴) times
 * the same. Both prefactors are those of the repository chiralhat/mnm-python, written for PRL 110, 087205 (2013).
 */
final class PhononPairs {

    private static final double HBAR = 1.054571817e-34;

    private final double[] singles;
    private final double[] doubles;

    PhononPairs(double spin, double anisotropyKelvin, LevelCrystal.Phonons phonons) {
        double scale = anisotropyKelvin
                * anisotropyKelvin
                * Math.pow(Constants.BOLTZMANN, 5)
                / (Math.PI
                        * phonons.kilogramsPerCubicMetre()
                        * Math.pow(phonons.metresPerSecond(), 5)
                        * Math.pow(HBAR, 4));
        double x = spin * (spin + 1);
        int levels = (int) (2 * spin) + 1;
        this.singles = new double[levels - 1];
        this.doubles = new double[Math.max(0, levels - 2)];
        for (int k = 0; k < levels - 1; k++) {
            double m = k - spin;
            singles[k] = scale / 24 * (2 * m + 1) * (2 * m + 1) * (x - m * (m + 1));
        }
        for (int k = 0; k < levels - 2; k++) {
            double m = k - spin;
            doubles[k] = phonons.doubleStep() * scale / 32 * (x - m * (m + 1)) * (x - (m + 1) * (m + 2));
        }
    }

    /** The rate over d³ n, in 1/(s K³), for each pair of levels so far apart, by the lower one. */
    double[] strengths(int length) {
        return length == 1 ? singles.clone() : doubles.clone();
    }
}
