package org.fieldfall.protocols.theory.kinetics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fieldfall.protocols.theory.level.Averages;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;

/**
 * The spins of a sample: one species or more, and the field they make for each other.
 *
 * <p>Each spin sees B<sub>loc</sub> = B + λ M/M<sub>s</sub> (mean field, physics.md §2.4). Their energy per mole is Σ U<sub>w</sub>(B<sub>loc</sub>) + ½ λ M²/M<sub>s</sub>: a pair's
 * energy is in the energies of both its spins, and the second term takes it out once. With M held at
 * its self-consistent value that is the mean-field free energy, stationary in M, so that everything which follows from it
 * (work −M dB of the outer field, heat, detailed balance at B<sub>loc</sub>) is consistent. Immutable.
 *
 * @param species shares that add up to one, the main one first
 * @param dipolarTesla λ, the field of the saturated sample at its own spins: of a needle 0.052 T in Mn12Ac; below zero for
 *     a flat one
 */
public record Spins(List<Species> species, double dipolarTesla) {

    private static final double SHARES = 1e-9;
    // Longer than any ramp by more than a double can tell.
    private static final double FOR_EVER_SECONDS = 1e30;
    // Ten times that of the densest molecular magnets.
    private static final double LARGEST_TESLA = 1;

    public Spins {
        species = List.copyOf(species);
        var sum = species.stream().mapToDouble(Species::share).sum();
        if (!(Math.abs(sum - 1) <= SHARES)) {
            throw new IllegalArgumentException("shares of the species must add up to 1, got " + sum);
        }
        if (!(Math.abs(dipolarTesla) <= LARGEST_TESLA)) {
            throw new IllegalArgumentException("dipolar field must lie between -" + LARGEST_TESLA + " T and "
                    + LARGEST_TESLA + " T, got " + dipolarTesla + " T");
        }
    }

    /** One species without tunnelling, each spin for itself. */
    public static Spins of(AxialSpin spin, Arrhenius relaxation) {
        return of(spin, relaxation, Resonances.none());
    }

    /** One species, each spin for itself. */
    public static Spins of(AxialSpin spin, Arrhenius relaxation, Resonances resonances) {
        return new Spins(List.of(new Species(1, spin, relaxation, resonances)), 0);
    }

    /** The same with one species more, for which the others make room in proportion. */
    public Spins with(Species minority) {
        var all = new ArrayList<Species>();
        for (var one : species) {
            all.add(one.sharing(one.share() * (1 - minority.share())));
        }
        all.add(minority);
        return new Spins(all, dipolarTesla);
    }

    /** The same with a dipolar field. */
    public Spins coupledBy(double dipolarTesla) {
        return new Spins(species, dipolarTesla);
    }

    /** The same with wells that exchange nothing. */
    Spins blocked() {
        return new Spins(
                species.stream()
                        .map(one ->
                                one.relaxingBy(new Arrhenius(one.relaxation().barrierKelvin(), FOR_EVER_SECONDS)))
                        .toList(),
                dipolarTesla);
    }

    /** The species that the sample is named after. */
    public Species main() {
        return species.get(0);
    }

    /** C of wells in equilibrium that exchange nothing, each spin in the outer field alone; J/(mol K). */
    public double blockedHeatCapacity(double kelvin, double tesla) {
        return mean(one -> {
            var levels = one.spin().at(tesla);
            var left = levels.leftWell().averages(kelvin);
            var right = levels.rightWell().averages(kelvin);
            var upper = upper(left, right);
            return (1 - upper) * left.heatCapacity() + upper * right.heatCapacity();
        });
    }

    /** What their exchange adds to it, p (1 − p) (ΔU/T)² of each; J/(mol K). */
    public double exchangeHeatCapacity(double kelvin, double tesla) {
        return mean(one -> {
            var levels = one.spin().at(tesla);
            var left = levels.leftWell().averages(kelvin);
            var right = levels.rightWell().averages(kelvin);
            var upper = upper(left, right);
            var step = (right.energy() - left.energy()) / kelvin;
            return upper * (1 - upper) * step * step;
        });
    }

    private double mean(ToDoubleFunction<Species> perSpin) {
        return Constants.GAS
                * species.stream()
                        .mapToDouble(one -> one.share() * perSpin.applyAsDouble(one))
                        .sum();
    }

    private static double upper(Averages left, Averages right) {
        return 1 / (1 + left.partitionRatioTo(right));
    }

    /** Those of all species. */
    Resonances resonances() {
        return new Resonances(species.stream()
                .flatMap(one -> one.resonances().resonances().stream())
                .toList());
    }
}
