package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Measure.TEMPERATURE;

import java.util.Optional;
import org.fieldfall.app.config.SampleConfig.Lattice;
import org.fieldfall.app.config.SampleConfig.Lattice.Debye;
import org.fieldfall.app.config.SampleConfig.Lattice.Einstein;

/** The keys of the section {@code lattice} of a sample file: one part or more, which add up. */
final class LatticeReader {

    private LatticeReader() {}

    static Lattice read(Section at) {
        var debye = at.oneOrMore("debye", LatticeReader::debye);
        var einstein = at.oneOrMore("einstein", LatticeReader::einstein);
        var table = at.has("table")
                ? at.table("table", Measure.MOLAR_HEAT_CAPACITY).map(LatticeReader::table)
                : Optional.<Lattice.Table>empty();
        if (debye.isEmpty() && einstein.isEmpty() && !at.has("table")) {
            at.refuse("debye", "nothing", "debye, einstein or table, each once or more");
        }
        return new Lattice(debye, einstein, table, at.text("source"));
    }

    private static Lattice.Table table(PointTable read) {
        return new Lattice.Table(
                read.file(),
                read.points().stream().map(ThermalLaw.Point::kelvin).toList(),
                read.points().stream().map(ThermalLaw.Point::value).toList());
    }

    private static Debye debye(Section at) {
        return new Debye(at.quantity("temperature", TEMPERATURE, POSITIVE), at.number("units", POSITIVE));
    }

    private static Einstein einstein(Section at) {
        return new Einstein(at.quantity("temperature", TEMPERATURE, POSITIVE), at.number("modes", POSITIVE));
    }
}
