package org.fieldfall.protocols.theory.balance;

import java.util.OptionalDouble;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.level.SpinModel;

/** Where a field change ends that is slow enough for the spins to follow at constant entropy, eqs. (11) to (14). */
public record Isentrope(SpinModel spin, Lattice lattice) {

    /**
     * Tf of eq. (11).
     *
     * @return empty when S(Bi,Ti) lies below the residual entropy at Bf, as it may for Bf = 0 exactly
     */
    public OptionalDouble finalKelvin(double biTesla, double bfTesla, double tiKelvin) {
        return between(biTesla, bfTesla).finalKelvin(tiKelvin);
    }

    /** The change from one field to another, for any number of temperatures. */
    public IsentropicChange between(double biTesla, double bfTesla) {
        return new IsentropicChange(new ClosedSystem(spin, lattice), biTesla, bfTesla);
    }
}
