package org.fieldfall.simulator.world;

import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.GiantSpin;
import org.fieldfall.protocols.theory.level.StevensTerm;

/**
 * The crystal with a rate equation for each level m = −S … S, at one lattice temperature: spin-phonon rates, incoherent
 * tunnelling between the wells, the dipolar field, and molecules that relax fast. Immutable. What it rests on, and which
 * relaxation times come out of it: the package's description.
 */
public final class LevelCrystal implements Specimen {

    private final Ladder ladder;
    private final RateLaw slow;
    private final Optional<RateLaw> fast;
    private final double fastShare;
    private final double dipolarTesla;
    private final Debye lattice;
    private final double moles;

    /** @param dipolarTesla λ of B_loc = B + λ M/Ms */
    public LevelCrystal(
            Spin spin,
            Phonons phonons,
            Tunnelling tunnelling,
            double dipolarTesla,
            Optional<FastSpecies> fast,
            double debyeKelvin,
            double debyeUnits,
            double moles) {
        this(spin, phonons, tunnelling, dipolarTesla, fast, debyeKelvin, debyeUnits, moles, Pace.NATURAL);
    }

    LevelCrystal(
            Spin spin,
            Phonons phonons,
            Tunnelling tunnelling,
            double dipolarTesla,
            Optional<FastSpecies> fast,
            double debyeKelvin,
            double debyeUnits,
            double moles,
            Pace pace) {
        if (!(spin.anisotropyKelvin < 0) || !(moles > 0) || !Double.isFinite(dipolarTesla)) {
            throw new IllegalArgumentException("a crystal of levels needs moles above 0, D below 0 and a finite dipolar"
                    + " field, not " + moles + " mol, D " + spin.anisotropyKelvin + " K, " + dipolarTesla + " T");
        }
        Splittings splittings = new Splittings(spin.hamiltonian(), spin.g, tunnelling.transverseTesla());
        this.ladder = splittings.ladder();
        PhononPairs pairs = new PhononPairs(spin.s, -spin.anisotropyKelvin, phonons);
        this.slow = new RateLaw(ladder, pairs, splittings.pairs(), tunnelling.lineWidthTesla(), Optional.empty(), pace);
        this.fast = fast.map(species -> new RateLaw(
                ladder, pairs, splittings.pairs(), tunnelling.lineWidthTesla(), Optional.of(species), pace));
        this.fastShare = fast.map(FastSpecies::share).orElse(0.0);
        this.dipolarTesla = dipolarTesla;
        this.lattice = new Debye(debyeKelvin, debyeUnits);
        this.moles = moles;
    }

    /**
     * D Sz² − B4 Sz⁴ and further terms, energies in kelvin.
     *
     * @param terms beyond D and B4: what joins levels makes them tunnel, what does not shifts them
     */
    public record Spin(double s, double anisotropyKelvin, double quarticKelvin, double g, List<StevensTerm> terms) {

        public Spin {
            terms = List.copyOf(terms);
        }

        GiantSpin hamiltonian() {
            GiantSpin whole = GiantSpin.of(new AxialSpin(s, anisotropyKelvin, g, quarticKelvin));
            for (StevensTerm term : terms) {
                whole = whole.with(term.k(), term.q(), term.kelvin());
            }
            return whole;
        }
    }

    /**
     * Sound that the spins exchange energy with.
     *
     * @param doubleStep κ, strength of Δm = ±2 beside Δm = ±1; 0 leaves it out
     */
    public record Phonons(double metresPerSecond, double kilogramsPerCubicMetre, double doubleStep) {

        public Phonons {
            if (!(metresPerSecond > 0) || !(kilogramsPerCubicMetre > 0) || !(doubleStep >= 0)) {
                throw new IllegalArgumentException("phonons need speed and density above 0 and no negative double step,"
                        + " not " + metresPerSecond + " m/s, " + kilogramsPerCubicMetre + " kg/m3, " + doubleStep);
            }
        }
    }

    /**
     * Tunnelling between the wells.
     *
     * @param transverseTesla constant field across the axis, from the other molecules and the nuclei
     * @param lineWidthTesla σ_B, half width of the Lorentzian spread of the fields along the axis
     */
    public record Tunnelling(double transverseTesla, double lineWidthTesla) {

        public Tunnelling {
            if (!(transverseTesla >= 0) || !(lineWidthTesla > 0)) {
                throw new IllegalArgumentException("tunnelling needs a line width above 0 and no negative transverse"
                        + " field, not " + lineWidthTesla + " T, " + transverseTesla + " T");
            }
        }
    }

    /** Molecules with the same levels that cross between mirror levels as well, with τ = τ0 exp(U/T) at zero field. */
    public record FastSpecies(double share, double barrierKelvin, double tau0Seconds) {

        public FastSpecies {
            if (!(share > 0 && share < 1) || !(barrierKelvin > 0) || !(tau0Seconds > 0)) {
                throw new IllegalArgumentException(
                        "a fast species needs a share between 0 and 1, barrier and tau0 above" + " 0, not " + share
                                + ", " + barrierKelvin + " K, " + tau0Seconds + " s");
            }
        }
    }

    /**
     * Nature out of step with itself, for proofs: factors on the phonon rates and on all others, after line widths are
     * known, and whether spins may change wells.
     */
    record Pace(double phonons, double others, boolean crosses) {

        static final Pace NATURAL = new Pace(1, 1, true);
    }

    @Override
    public Stage on(Platform platform, double internalSeconds, double kelvin, double tesla) {
        return new LevelCalorimeter(this, platform, internalSeconds, kelvin, tesla);
    }

    Ladder ladder() {
        return ladder;
    }

    /** The species' laws, the slow one first. */
    List<RateLaw> laws() {
        return fast.map(law -> List.of(slow, law)).orElse(List.of(slow));
    }

    /** Share of each species, in the same order. */
    double[] shares() {
        return fast.isPresent() ? new double[] {1 - fastShare, fastShare} : new double[] {1};
    }

    double dipolarTesla() {
        return dipolarTesla;
    }

    Debye lattice() {
        return lattice;
    }

    double moles() {
        return moles;
    }
}
