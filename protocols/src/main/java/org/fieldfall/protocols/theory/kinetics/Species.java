package org.fieldfall.protocols.theory.kinetics;

import java.util.Optional;
import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.level.AxialSpin;

/**
 * Molecules of one kind, with a barrier of their own: the isomer that relaxes slowly, or the one that relaxes fast.
 *
 * @param share of all molecules, above 0 and up to 1
 * @param spin with D below zero, g above, and levels that fall from M = 0 to both ends
 */
public record Species(double share, AxialSpin spin, Arrhenius relaxation, Resonances resonances) {

    public Species {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share of a species must be above 0 and at most 1, got " + share);
        }
        fault(spin).ifPresent(fault -> {
            throw new IllegalArgumentException("two wells need " + fault);
        });
    }

    /** What this spin lacks for two wells; empty if nothing. */
    public static Optional<String> fault(AxialSpin spin) {
        if (!(spin.anisotropyKelvin() < 0)) {
            return Optional.of("an easy axis, D below 0 K, got D = " + spin.anisotropyKelvin() + " K");
        }
        if (!fallsToTheEnd(spin)) {
            return Optional.of("levels that fall from M = 0 to both ends, but not all of D = " + spin.anisotropyKelvin()
                    + " K, B4 = " + spin.quarticKelvin() + " K do");
        }
        return spin.g() > 0 ? Optional.empty() : Optional.of("g above 0, got " + spin.g());
    }

    private static boolean fallsToTheEnd(AxialSpin spin) {
        var energies = spin.at(0).energiesKelvin();
        return IntStream.range(energies.length / 2 + 1, energies.length).allMatch(k -> energies[k] < energies[k - 1]);
    }

    Species relaxingBy(Arrhenius relaxation) {
        return new Species(share, spin, relaxation, resonances);
    }

    Species sharing(double share) {
        return new Species(share, spin, relaxation, resonances);
    }
}
