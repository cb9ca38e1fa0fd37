package org.fieldfall.simulator.world;

import java.util.ArrayList;
import java.util.List;
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

    private final List<Pair> pairs = new ArrayList<>();

    PhononPairs(double spin, double anisotropyKelvin, LevelCrystal.Phonons phonons) {
        double scale = anisotropyKelvin
                * anisotropyKelvin
                * Math.pow(Constants.BOLTZMANN, 5)
                / (Math.PI
                        * phonons.kilogramsPerCubicMetre()
                        * Math.pow(phonons.metresPerSecond(), 5)
                        * Math.pow(HBAR, 4));
        double x = spin * (spin + 1);
        for (int k = 0; k < 2 * spin; k++) {
            double m = k - spin;
            double one = (2 * m + 1) * (2 * m + 1) * (x - m * (m + 1));
            double two = (x - m * (m + 1)) * (x - (m + 1) * (m + 2));
            add(k, k + 1, scale / 24 * one);
            add(k, k + 2, phonons.doubleStep() * scale / 32 * two);
        }
    }

    /** @param perCubicKelvin the rate over d³ n, in 1/(s K³) */
    record Pair(int low, int high, double perCubicKelvin) {}

    List<Pair> pairs() {
        return pairs;
    }

    private void add(int low, int high, double perCubicKelvin) {
        if (perCubicKelvin > 0) {
            pairs.add(new Pair(low, high, perCubicKelvin));
        }
    }
}
