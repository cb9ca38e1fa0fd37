package org.fieldfall.simulator;

import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.theory.level.StevensTerm;

/** In which form the simulator has the sample. */
public sealed interface SampleForm {

    /** Two wells, each in equilibrium within itself, that exchange with the sample's τ. */
    record TwoWells() implements SampleForm {}

    /** No sample: an empty platform. */
    record None() implements SampleForm {}

    /**
     * A rate equation for every level; the sample's barrier and τ0 play no part.
     *
     * @param terms of the Hamiltonian beyond D and B4, energies in kelvin
     * @param soundMetresPerSecond effective speed of sound, to whose fifth power times are
     * @param kilogramsPerCubicMetre density
     * @param doubleStep κ, strength of the phonon rates with Δm = ±2; 0 leaves them out
     * @param transverseTesla constant field across the axis
     * @param lineWidthTesla half width of the spread of fields along the axis
     * @param dipolarTesla λ of B_loc = B + λ M/Ms
     * @param fast molecules that relax fast, where there are any
     */
    record Levels(
            List<StevensTerm> terms,
            double soundMetresPerSecond,
            double kilogramsPerCubicMetre,
            double doubleStep,
            double transverseTesla,
            double lineWidthTesla,
            double dipolarTesla,
            Optional<Fast> fast)
            implements SampleForm {

        public Levels {
            terms = List.copyOf(terms);
        }
    }

    /** Molecules with the same levels that cross the barrier with a τ of their own. */
    record Fast(double share, double barrierKelvin, double tau0Seconds) {}
}
