package org.fieldfall.app.figure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.fieldfall.protocols.theory.balance.Isentrope;
import org.fieldfall.protocols.theory.balance.Optimum;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.level.Ensemble;
import org.fieldfall.protocols.theory.level.SpinModel;

/**
 * A sample as the figures know it.
 *
 * @param described its parameters in phrases for the line below a figure, as {@code Label} reads them
 * @param relaxation eq. (10); empty where it is not known
 */
public record Crystal(
        String name, List<String> described, Ensemble spins, Lattice lattice, Optional<Arrhenius> relaxation) {

    /** The paper's condition: the spins are slower than this. */
    static final double SLOW_SECONDS = 1;

    /** Below this share of the spread of all levels no spin cools by anything that can be measured. */
    private static final double COLDEST_SHARE = 1e-3;

    /** At this temperature all levels are filled alike, so that their mean energy is about half of their spread. */
    private static final double ENDLESS_KELVIN = 1e6;

    /** Stands for no final temperature while values are compared. */
    private static final double NONE = 0;

    public Crystal {
        described = List.copyOf(described);
    }

    /** Where eq. (10) gives 1 s; empty where it is shorter nowhere, or not known. */
    OptionalDouble slowBelowKelvin() {
        return relaxation
                .filter(law -> law.tau0Seconds() < SLOW_SECONDS)
                .map(law -> OptionalDouble.of(law.kelvinWhere(SLOW_SECONDS)))
                .orElse(OptionalDouble.empty());
    }

    /** Tf of eq. (9) less Ti, at each Ti. */
    double[] suddenDeltas(double biTesla, double bfTesla, List<Double> tiKelvin) {
        return deltas(tiKelvin, spin -> {
            var change = new SuddenLimit(spin, lattice).between(biTesla, bfTesla);
            return Curves.array(tiKelvin.stream().map(change::finalKelvin).toList());
        });
    }

    /** Tf of eq. (11) less Ti, at each Ti; NaN where there is none. */
    double[] isentropicDeltas(double biTesla, double bfTesla, List<Double> tiKelvin) {
        return deltas(tiKelvin, spin -> {
            var change = new Isentrope(spin, lattice).between(biTesla, bfTesla);
            return tiKelvin.stream()
                    .mapToDouble(ti -> change.finalKelvin(ti).orElse(NONE))
                    .toArray();
        });
    }

    private double[] deltas(List<Double> tiKelvin, Function<SpinModel, double[]> finals) {
        var deltas = spins.values(finals).values();
        for (var i = 0; i < deltas.length; i++) {
            deltas[i] = deltas[i] == NONE ? Double.NaN : deltas[i] - tiKelvin.get(i);
        }
        return deltas;
    }

    /** The start with the most cooling; of a spread sample on the grid on which its cooling has converged. */
    Optimum deepest(double biTesla, double bfTesla) {
        var found = new Optimum[1];
        spins.values(spin -> {
            found[0] = deepest(spin, biTesla, bfTesla);
            return new double[] {found[0].deltaKelvin()};
        });
        return found[0];
    }

    private Optimum deepest(SpinModel spin, double biTesla, double bfTesla) {
        var levels = spin.at(biTesla);
        var spread = 2 * (levels.meanEnergy(ENDLESS_KELVIN) - levels.lowestKelvin());
        var hottest = Math.min(spread, lattice.hottestKelvin());
        var change = new SuddenLimit(spin, lattice).between(biTesla, bfTesla);
        return Optimum.of(change, COLDEST_SHARE * hottest, hottest);
    }
}
