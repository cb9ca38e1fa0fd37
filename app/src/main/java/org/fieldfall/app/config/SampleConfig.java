package org.fieldfall.app.config;

import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.analysis.Uncertain;

/**
 * A sample file: the crystal, as the theory needs it. Energies are over k_B, in kelvin; angles in radians.
 *
 * @param formula chemical formula, for the record only
 * @param massKilograms with the solvent of crystallisation, as the molar mass
 * @param orientation empty where the field is along z
 * @param relaxation empty where none is known
 * @param validBelow where other multiplets begin to count; empty where none is known
 * @param validAbove where the spins begin to order; empty where that is not known
 * @param remarks what is allowed and odd, each with file, line and path
 * @param moved the same sample with one of its numbers larger by its standard uncertainty, for each that has one; that of the
 *     mass is its own
 */
public record SampleConfig(
        ConfigFile file,
        String name,
        Optional<String> formula,
        double molarMassKilogramsPerMole,
        Uncertain massKilograms,
        SpinConfig spin,
        Optional<Orientation> orientation,
        Lattice lattice,
        Optional<Relaxation> relaxation,
        Optional<Limit> validBelow,
        Optional<Limit> validAbove,
        List<String> remarks,
        List<SampleConfig> moved) {

    public SampleConfig {
        remarks = List.copyOf(remarks);
        moved = List.copyOf(moved);
    }

    SampleConfig with(SpinConfig other) {
        return with(other, lattice, relaxation, List.of());
    }

    SampleConfig with(Lattice other) {
        return with(spin, other, relaxation, List.of());
    }

    SampleConfig with(Relaxation other) {
        return with(spin, lattice, Optional.of(other), List.of());
    }

    SampleConfig moving(List<SampleConfig> others) {
        return with(spin, lattice, relaxation, others);
    }

    private SampleConfig with(
            SpinConfig ofSpin, Lattice ofLattice, Optional<Relaxation> ofRelaxation, List<SampleConfig> others) {
        return new SampleConfig(
                file,
                name,
                formula,
                molarMassKilogramsPerMole,
                massKilograms,
                ofSpin,
                orientation,
                ofLattice,
                ofRelaxation,
                validBelow,
                validAbove,
                remarks,
                others);
    }

    /**
     * How the crystals lie in the field.
     *
     * @param kind what the other numbers are for
     * @param thetaRadians of the field, or of its mean, from z
     * @param phiRadians of its plane from that of x and z
     * @param spreadRadians of a mosaic, in each of the two directions across
     * @param toleranceKelvin what refining the grid may still change of a final temperature
     */
    public record Orientation(
            Kind kind,
            double thetaRadians,
            double phiRadians,
            double spreadRadians,
            double toleranceKelvin,
            String source) {

        /** What is known of them. */
        public enum Kind {
            SINGLE,
            MOSAIC,
            POWDER
        }
    }

    /** What stores heat beside the spins: the sum of all of these. */
    public record Lattice(List<Debye> debye, List<Einstein> einstein, Optional<Table> table, String source) {

        public Lattice {
            debye = List.copyOf(debye);
            einstein = List.copyOf(einstein);
        }

        /**
         * Eq. (8).
         *
         * @param units oscillating units per formula unit, 3R each at high temperature
         */
        public record Debye(double kelvin, double units) {}

        /** @param modes per formula unit, R each at high temperature */
        public record Einstein(double kelvin, double modes) {}

        /**
         * C against T, ascending.
         *
         * @param file that it stands in
         */
        public record Table(ConfigFile file, List<Double> kelvin, List<Double> joulePerMoleKelvin) {
            public Table {
                kelvin = List.copyOf(kelvin);
                joulePerMoleKelvin = List.copyOf(joulePerMoleKelvin);
            }
        }
    }

    /**
     * τ = τ0 exp(U/k_B T), eq. (10), and what the kinetics knows beyond it.
     *
     * @param resonances where tunnelling near the top of the barrier makes it faster
     */
    public record Relaxation(
            double barrierKelvin,
            double tau0Seconds,
            String source,
            Optional<Resonances> resonances,
            Optional<Dipolar> dipolar,
            Optional<FastSpecies> fastSpecies) {

        /** All of them. */
        public record Resonances(List<Resonance> at, String source) {
            public Resonances {
                at = List.copyOf(at);
            }
        }

        /** Faster by 1 + a at B_n: a Lorentzian of half width w. */
        public record Resonance(double tesla, double height, double widthTesla) {}

        /** @param lambdaTesla field of the saturated sample at its own spins */
        public record Dipolar(double lambdaTesla, String source) {}

        /** Molecules of the same spin with a barrier of their own. */
        public record FastSpecies(double share, double barrierKelvin, double tau0Seconds, String source) {}
    }

    /** A temperature with the reason for it. */
    public record Limit(double kelvin, String source) {}

    /** Amount of substance; its spread is that of the mass. */
    public Uncertain moles() {
        return new Uncertain(
                massKilograms.value() / molarMassKilogramsPerMole, massKilograms.sigma() / molarMassKilogramsPerMole);
    }
}
