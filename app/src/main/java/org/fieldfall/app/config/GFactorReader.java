package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.ANY;
import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Measure.ANGLE;

import java.util.List;
import org.fieldfall.app.config.SpinConfig.GFactor;

/** The keys of g: one number, one along z and one across, or three with axes of their own. */
final class GFactorReader {

    private GFactorReader() {}

    /** Of an ion, without a spread. */
    static GFactor exact(Section at, boolean isFieldAlongZ) {
        var read = of(at, isFieldAlongZ);
        at.check(read.moved().isEmpty(), at.has("g") ? "g" : "g-parallel", "a number without a spread");
        return read.value();
    }

    /** @param isFieldAlongZ then the number along z is enough */
    static Spread<GFactor> of(Section at, boolean isFieldAlongZ) {
        if (at.has("g")) {
            at.check(!at.has("g-parallel"), "g-parallel", "either g or g-parallel");
            at.check(!at.has("g-perpendicular"), "g-perpendicular", "either g or g-parallel and g-perpendicular");
            return at.isSection("g")
                    ? Spread.exact(at.section("g", GFactorReader::tensor))
                    : Spread.of(List.of(at.spread("g", POSITIVE)), g -> isotropic(g[0]));
        }
        var along = List.of(at.spread("g-parallel", POSITIVE));
        if (at.has("g-perpendicular")) {
            var across = at.number("g-perpendicular", POSITIVE);
            return Spread.of(along, g -> new GFactor(across, across, g[0], 0, 0, 0, true));
        }
        at.check(isFieldAlongZ, "g-parallel", "g-perpendicular beside it, or g, as orientation is given");
        return Spread.of(along, g -> new GFactor(g[0], g[0], g[0], 0, 0, 0, false));
    }

    private static GFactor isotropic(double g) {
        return new GFactor(g, g, g, 0, 0, 0, true);
    }

    private static GFactor tensor(Section at) {
        record Axes(double alpha, double beta, double gamma) {}
        var axes = at.optionalSection(
                        "axes",
                        inside -> new Axes(
                                inside.quantity("alpha", ANGLE, ANY, 0),
                                inside.quantity("beta", ANGLE, ANY, 0),
                                inside.quantity("gamma", ANGLE, ANY, 0)))
                .orElse(new Axes(0, 0, 0));
        return new GFactor(
                at.number("x", POSITIVE),
                at.number("y", POSITIVE),
                at.number("z", POSITIVE),
                axes.alpha,
                axes.beta,
                axes.gamma,
                true);
    }
}
