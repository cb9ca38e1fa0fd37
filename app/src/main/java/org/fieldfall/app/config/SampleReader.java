package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.NOT_NEGATIVE;
import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Check.SPREAD;
import static org.fieldfall.app.config.Check.TILT;
import static org.fieldfall.app.config.Measure.ANGLE;
import static org.fieldfall.app.config.Measure.TEMPERATURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fieldfall.app.config.SampleConfig.Limit;
import org.fieldfall.app.config.SampleConfig.Orientation;
import org.fieldfall.app.config.SampleConfig.Orientation.Kind;
import org.fieldfall.protocols.theory.balance.Validity;

/** The keys of a sample file. */
final class SampleReader {

    private static final Map<String, Kind> KINDS =
            Map.of("single", Kind.SINGLE, "mosaic", Kind.MOSAIC, "powder", Kind.POWDER);

    private SampleReader() {}

    static SampleConfig read(Section top) {
        var remarks = new ArrayList<String>();
        var name = top.text("name");
        var formula = top.optionalText("formula");
        var molarMass = top.quantity("molar-mass", Measure.MOLAR_MASS, POSITIVE);
        var mass = top.uncertain("mass", Measure.MASS);
        var spin = spin(top, new SpinReader(remarks, isAlongZ(top)));
        var orientation = top.optionalSection("orientation", SampleReader::orientation);
        var lattice = top.section("lattice", LatticeReader::read);
        var relaxation = top.optionalSection("relaxation", RelaxationReader::read);
        var read = new SampleConfig(
                top.file(),
                name,
                formula,
                molarMass,
                mass,
                spin.value(),
                orientation,
                lattice.value(),
                relaxation.map(Spread::value),
                top.optionalSection("valid-below", SampleReader::limit),
                top.optionalSection("valid-above", SampleReader::limit),
                remarks,
                List.of());
        checkLimits(top, read);
        var moved = new ArrayList<SampleConfig>();
        spin.moved().forEach(other -> moved.add(read.with(other)));
        lattice.moved().forEach(other -> moved.add(read.with(other)));
        relaxation.ifPresent(law -> law.moved().forEach(other -> moved.add(read.with(other))));
        return read.moving(moved);
    }

    private static Spread<SpinConfig> spin(Section top, SpinReader reader) {
        top.check(!(top.has("spin") && top.has("cluster")), "cluster", "either spin or cluster");
        return top.has("cluster")
                ? Spread.exact(top.section("cluster", reader::cluster))
                : top.section("spin", reader::giant);
    }

    /** Whether g across z can matter to nobody. */
    private static boolean isAlongZ(Section top) {
        return !top.has("orientation");
    }

    private static Orientation orientation(Section at) {
        var kind = at.oneOf("kind", KINDS).orElse(Kind.SINGLE);
        var isPowder = kind == Kind.POWDER;
        var isSpread = kind != Kind.SINGLE;
        return new Orientation(
                kind,
                isPowder ? 0 : at.quantity("theta", ANGLE, TILT, 0),
                isPowder ? 0 : at.quantity("phi", ANGLE, Check.ANY, 0),
                kind == Kind.MOSAIC ? at.quantity("spread", ANGLE, SPREAD) : 0,
                isSpread ? at.quantity("tolerance", TEMPERATURE, POSITIVE) : 0,
                at.text("source"));
    }

    private static Limit limit(Section at) {
        return new Limit(at.quantity("temperature", TEMPERATURE, NOT_NEGATIVE), at.text("source"));
    }

    /** Written so that a stand-in passes. */
    private static void checkLimits(Section top, SampleConfig read) {
        var above = read.validAbove().map(Limit::kelvin).orElse(Validity.COLDEST_KELVIN);
        var below = read.validBelow().map(Limit::kelvin).orElse(Double.POSITIVE_INFINITY);
        var key = top.has("valid-below") ? "valid-below" : "valid-above";
        top.check(!(below <= above), key, "a temperature of valid-below beyond that of valid-above");
    }
}
