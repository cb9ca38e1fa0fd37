package org.fieldfall.app.figure;

import java.util.List;
import java.util.OptionalDouble;
import org.fieldfall.protocols.theory.balance.Isentrope;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;

/**
 * A sample as the figures know it.
 *
 * @param described its parameters in phrases for the line below a figure, as {@code Label} reads them
 */
public record Crystal(
        String name, List<String> described, SuddenLimit sudden, Isentrope isentrope, Arrhenius relaxation) {

    /** The paper's condition: the spins are slower than this. */
    static final double SLOW_SECONDS = 1;

    public Crystal {
        described = List.copyOf(described);
    }

    /** Where eq. (10) gives 1 s; empty where it is shorter nowhere. */
    OptionalDouble slowBelowKelvin() {
        return relaxation.tau0Seconds() < SLOW_SECONDS
                ? OptionalDouble.of(relaxation.kelvinWhere(SLOW_SECONDS))
                : OptionalDouble.empty();
    }

    /** Tf of eq. (9) less Ti. */
    double suddenDelta(double biTesla, double bfTesla, double tiKelvin) {
        return sudden.finalKelvin(biTesla, bfTesla, tiKelvin) - tiKelvin;
    }

    /** Tf of eq. (11) less Ti; NaN where there is none. */
    double isentropicDelta(double biTesla, double bfTesla, double tiKelvin) {
        return isentrope.finalKelvin(biTesla, bfTesla, tiKelvin).orElse(Double.NaN) - tiKelvin;
    }
}
