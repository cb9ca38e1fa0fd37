package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.NOT_NEGATIVE;
import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Measure.DURATION;
import static org.fieldfall.app.config.Measure.HEAT_CAPACITY;
import static org.fieldfall.app.config.Measure.THERMAL_CONDUCTANCE;

import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.analysis.Uncertain;

/**
 * The keys of the section {@code platform} of a rig file.
 *
 * @param hasSwitch whether the rig has a heat switch
 */
record PlatformReader(boolean hasSwitch) {

    /** Beyond it a law of heat says more about a slip of the keyboard than about a platform. */
    private static final Check EXPONENT = new Check(" above 0 up to 10", value -> value > 0 && value <= 10);

    PlatformConfig read(Section at) {
        var link = law(at, "link", THERMAL_CONDUCTANCE);
        return new PlatformConfig(
                link,
                closedLink(at, link),
                law(at, "addenda", HEAT_CAPACITY),
                at.has("eddy-heating") ? at.uncertain("eddy-heating", Measure.EDDY_HEATING) : Uncertain.exact(0),
                at.quantity("internal-time", DURATION, POSITIVE),
                at.quantity("response", DURATION, POSITIVE),
                optional(at, "self-heating", Measure.POWER, NOT_NEGATIVE),
                optional(at, "contact", THERMAL_CONDUCTANCE, POSITIVE));
    }

    private static Optional<Double> optional(Section at, String key, Measure measure, Check check) {
        return at.has(key) ? Optional.of(at.quantity(key, measure, check)) : Optional.empty();
    }

    /** A value, or a section of a power law or a table. */
    private static ThermalLaw law(Section at, String key, Measure measure) {
        return at.isSection(key)
                ? at.section(key, inside -> inside.has("table") ? table(inside, measure) : power(inside, measure))
                : new ThermalLaw.Constant(at.uncertain(key, measure));
    }

    private static ThermalLaw power(Section at, Measure measure) {
        return new ThermalLaw.Power(
                at.uncertain("value", measure),
                at.quantity("at", Measure.TEMPERATURE, POSITIVE),
                at.number("exponent", EXPONENT));
    }

    private static ThermalLaw table(Section at, Measure measure) {
        var points = at.table("table", measure);
        var sigma = at.quantity("uncertainty", Measure.FRACTION, NOT_NEGATIVE, 0);
        return new ThermalLaw.Table(
                points.map(PointTable::file).orElseGet(at::file),
                points.map(PointTable::points).orElse(List.of()),
                sigma);
    }

    // Rules between keys are written so that the stand-in of a key already complained about passes.

    private Optional<Uncertain> closedLink(Section at, ThermalLaw link) {
        at.check(hasSwitch, "closed-link", "no such key, as there is no roles.heat-switch");
        if (!hasSwitch && !at.has("closed-link")) {
            return Optional.empty();
        }
        var closed = at.uncertain("closed-link", THERMAL_CONDUCTANCE);
        at.check(!(closed.value() <= link.nominal()), "closed-link", "a conductance above link");
        return Optional.of(closed);
    }
}
