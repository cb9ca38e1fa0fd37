package org.fieldfall.protocols.theory.balance;

import java.util.OptionalDouble;
import org.fieldfall.protocols.theory.level.Constants;
import org.fieldfall.protocols.theory.level.Spectrum;

/** A slow change between two fields, for any number of start temperatures. Immutable: threads may share it. */
public final class IsentropicChange {

    private final ClosedSystem system;
    private final Spectrum before;
    private final Spectrum after;

    IsentropicChange(ClosedSystem system, double biTesla, double bfTesla) {
        this.system = system;
        before = system.spin().at(biTesla);
        after = system.spin().at(bfTesla);
    }

    /** Tf of eq. (11), as {@link Isentrope#finalKelvin}. */
    public OptionalDouble finalKelvin(double tiKelvin) {
        var entropy =
                Constants.GAS * before.entropy(tiKelvin) + system.lattice().entropy(tiKelvin);
        return system.kelvinAtEntropy(after, entropy, tiKelvin);
    }
}
