package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Check.SPIN;

import org.fieldfall.app.config.SampleConfig.Lattice;
import org.fieldfall.app.config.SampleConfig.Relaxation;
import org.fieldfall.app.config.SampleConfig.Spin;

/** The keys of a sample file. */
final class SampleReader {

    private SampleReader() {}

    static SampleConfig read(Section top) {
        return new SampleConfig(
                top.file(),
                top.text("name"),
                top.optionalText("formula"),
                top.quantity("molar-mass", Measure.MOLAR_MASS, POSITIVE),
                top.uncertain("mass", Measure.MASS),
                top.section("spin", SampleReader::spin),
                top.section("lattice", SampleReader::lattice),
                top.section("relaxation", SampleReader::relaxation));
    }

    private static Spin spin(Section at) {
        return new Spin(
                at.number("S", SPIN),
                at.quantity("D", Measure.ENERGY),
                at.number("g-parallel", POSITIVE),
                at.text("source"));
    }

    private static Lattice lattice(Section at) {
        record Debye(double kelvin, double units) {}
        var debye = at.section(
                "debye",
                inside -> new Debye(
                        inside.quantity("temperature", Measure.TEMPERATURE, POSITIVE),
                        inside.number("units", POSITIVE)));
        return new Lattice(debye.kelvin, debye.units, at.text("source"));
    }

    private static Relaxation relaxation(Section at) {
        return new Relaxation(
                at.quantity("barrier", Measure.ENERGY, POSITIVE),
                at.quantity("tau0", Measure.DURATION, POSITIVE),
                at.text("source"));
    }
}
