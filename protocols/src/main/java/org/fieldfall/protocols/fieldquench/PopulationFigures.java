package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.protocols.run.FigureFound;
import org.fieldfall.protocols.theory.kinetics.TrackedWells;

/** The populations of the wells that a prediction starts from, as figures of the record and back. */
final class PopulationFigures {

    private static final String KELVIN = "tracked temperature";
    private static final String TESLA = "tracked field";
    private static final String LEAST = "upper population at least";
    private static final String MOST = "upper population at most";
    private static final String EQUILIBRIUM = "upper population in equilibrium";

    private PopulationFigures() {}

    static List<FigureFound> of(TrackedWells found, double rigSeconds) {
        List<FigureFound> figures = new ArrayList<>();
        figures.add(new FigureFound(rigSeconds, KELVIN, found.kelvin(), Double.NaN, "K"));
        figures.add(new FigureFound(rigSeconds, TESLA, found.tesla(), Double.NaN, "T"));
        for (int s = 0; s < found.least().size(); s++) {
            add(figures, rigSeconds, name(LEAST, s), found.least().get(s));
            add(figures, rigSeconds, name(MOST, s), found.most().get(s));
            add(figures, rigSeconds, name(EQUILIBRIUM, s), found.equilibrium().get(s));
        }
        return figures;
    }

    private static void add(List<FigureFound> figures, double rigSeconds, String name, double value) {
        figures.add(new FigureFound(rigSeconds, name, value, Double.NaN, ""));
    }

    private static String name(String what, int species) {
        return species == 0 ? what : what + ", species " + (species + 1);
    }

    /** True of a figure of this family. */
    static boolean isOne(FigureFound figure) {
        return figure.name().startsWith("upper population ") || figure.name().startsWith("tracked ");
    }

    /** Empty until all of them are there. */
    static Optional<TrackedWells> wells(Map<String, FigureFound> figures, int species) {
        if (!figures.containsKey(KELVIN) || !figures.containsKey(TESLA)) {
            return Optional.empty();
        }
        List<Double> least = all(LEAST, figures, species);
        List<Double> most = all(MOST, figures, species);
        List<Double> equilibrium = all(EQUILIBRIUM, figures, species);
        if (least.size() < species || most.size() < species || equilibrium.size() < species) {
            return Optional.empty();
        }
        return Optional.of(new TrackedWells(value(KELVIN, figures), value(TESLA, figures), least, most, equilibrium));
    }

    private static List<Double> all(String what, Map<String, FigureFound> figures, int species) {
        List<Double> values = new ArrayList<>();
        for (int s = 0; s < species; s++) {
            if (figures.containsKey(name(what, s))) {
                values.add(value(name(what, s), figures));
            }
        }
        return values;
    }

    private static double value(String name, Map<String, FigureFound> figures) {
        return Optional.ofNullable(figures.get(name)).map(FigureFound::value).orElse(Double.NaN);
    }
}
