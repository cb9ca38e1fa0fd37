package org.fieldfall.app.sample;

import java.util.List;
import java.util.stream.Stream;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.lattice.Einstein;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.lattice.Tabulated;

/** The lattice of a sample file: all of its parts together. */
final class LatticeTheory {

    private LatticeTheory() {}

    static Lattice of(SampleConfig.Lattice file) {
        Stream<Lattice> debye = file.debye().stream().map(part -> new Debye(part.kelvin(), part.units()));
        Stream<Lattice> einstein = file.einstein().stream().map(part -> new Einstein(part.kelvin(), part.modes()));
        Stream<Lattice> table = file.table().stream()
                .map(points -> new Tabulated(array(points.kelvin()), array(points.joulePerMoleKelvin())));
        return Stream.of(debye, einstein, table)
                .flatMap(parts -> parts)
                .reduce(Lattice::plus)
                .orElseThrow();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
