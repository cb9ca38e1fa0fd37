package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Measure.TEMPERATURE;

import java.util.Optional;
import java.util.stream.IntStream;
import org.fieldfall.app.config.SampleConfig.Lattice;
import org.fieldfall.app.config.SampleConfig.Lattice.Debye;
import org.fieldfall.app.config.SampleConfig.Lattice.Einstein;
import org.fieldfall.protocols.analysis.Uncertain;

/** The keys of the section {@code lattice} of a sample file: one part or more, which add up. */
final class LatticeReader {

    private LatticeReader() {}

    static Spread<Lattice> read(Section at) {
        var debye = at.oneOrMore("debye", LatticeReader::debye);
        var einstein = at.oneOrMore("einstein", LatticeReader::einstein);
        var table = at.has("table")
                ? at.table("table", Measure.MOLAR_HEAT_CAPACITY).map(LatticeReader::table)
                : Optional.<Lattice.Table>empty();
        if (debye.isEmpty() && einstein.isEmpty() && !at.has("table")) {
            at.refuse("debye", "nothing", "debye, einstein or table, each once or more");
        }
        var source = at.text("source");
        return Spread.of(
                debye.stream().map(Part::kelvin).toList(),
                kelvin -> new Lattice(
                        IntStream.range(0, kelvin.length)
                                .mapToObj(i -> new Debye(kelvin[i], debye.get(i).units))
                                .toList(),
                        einstein,
                        table,
                        source));
    }

    private static Lattice.Table table(PointTable read) {
        return new Lattice.Table(
                read.file(),
                read.points().stream().map(ThermalLaw.Point::kelvin).toList(),
                read.points().stream().map(ThermalLaw.Point::value).toList());
    }

    private record Part(Uncertain kelvin, double units) {}

    private static Part debye(Section at) {
        return new Part(at.spread("temperature", TEMPERATURE, POSITIVE), at.number("units", POSITIVE));
    }

    private static Einstein einstein(Section at) {
        return new Einstein(at.quantity("temperature", TEMPERATURE, POSITIVE), at.number("modes", POSITIVE));
    }
}
