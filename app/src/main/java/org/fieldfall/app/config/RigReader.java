package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.NOT_NEGATIVE;
import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Measure.FIELD;
import static org.fieldfall.app.config.Measure.FIELD_RATE;
import static org.fieldfall.app.config.Measure.TEMPERATURE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.config.RigConfig.Bath;
import org.fieldfall.app.config.RigConfig.Coil;
import org.fieldfall.app.config.RigConfig.Limits;
import org.fieldfall.app.config.RigConfig.Roles;
import org.fieldfall.app.config.RigConfig.Source;
import org.fieldfall.app.config.RigConfig.Trigger;

/** The keys of a rig file. */
final class RigReader {

    private static final Map<String, Source> SOURCES =
            Map.of("rig", Source.RIG, "simulator", Source.SIMULATOR, "replay", Source.REPLAY);

    /** A line that was pulled out by mistake is back by then; the driver opens it again by itself. */
    private static final double LINE_LOST_SECONDS = 30;

    private static final Map<String, Boolean> TRUTH = Map.of("true", true, "false", false);

    private final Section top;
    private final Optional<Source> source;
    private final InstrumentsReader instruments;
    private final Limits limits;
    private final Roles roles;

    private RigReader(Section top, InstrumentKinds kinds) {
        this.top = top;
        this.source = top.oneOf("source", SOURCES);
        this.instruments = InstrumentsReader.read(top, source, kinds);
        this.limits = top.section("limits", RigReader::limits);
        this.roles = top.section("roles", at -> new RolesReader(instruments).read(at));
    }

    static RigConfig read(Section top, InstrumentKinds kinds) {
        var name = top.text("name");
        return new RigReader(top, kinds).rig(name);
    }

    private RigConfig rig(String name) {
        var platform =
                top.section("platform", new PlatformReader(roles.heatSwitch().isPresent())::read);
        return new RigConfig(
                top.file(),
                name,
                source.orElse(Source.RIG),
                instruments.known(),
                roles,
                fixedBath(),
                top.optionalSection("trigger", RigReader::trigger).orElse(new Trigger(false)),
                top.section("coil", RigReader::coil),
                platform,
                limits,
                top.section("safe-state", new SafeStateReader(limits, roles)::read),
                guards(),
                simulation(platform));
    }

    private boolean is(Source wanted) {
        return source.filter(wanted::equals).isPresent();
    }

    private static Trigger trigger(Section at) {
        return new Trigger(at.oneOf("shared-line", TRUTH).orElse(false));
    }

    private static Coil coil(Section at) {
        var coil = new Coil(
                at.uncertain("k", Measure.FIELD_PER_CURRENT),
                at.quantity("L", Measure.INDUCTANCE, POSITIVE),
                at.quantity("R", Measure.RESISTANCE, NOT_NEGATIVE),
                at.has("cold-R")
                        ? Optional.of(at.quantity("cold-R", Measure.RESISTANCE, NOT_NEGATIVE))
                        : Optional.empty(),
                at.quantity("sweep-loss", Measure.HEAT, NOT_NEGATIVE, 0));
        at.check(!(coil.coldOhm().orElse(0.0) > coil.ohm()), "cold-R", "a resistance within R");
        return coil;
    }

    private static Limits limits(Section at) {
        return new Limits(
                at.quantity("field", FIELD, POSITIVE),
                at.quantity("rate", FIELD_RATE, POSITIVE),
                at.range("temperature", TEMPERATURE, "1.5 K to 20 K"),
                at.has("record-behind")
                        ? Optional.of(at.quantity("record-behind", Measure.DURATION, POSITIVE))
                        : Optional.empty(),
                at.quantity("line-lost", Measure.DURATION, POSITIVE, LINE_LOST_SECONDS));
    }

    // Rules between keys are written so that the stand-in of a key already complained about passes.

    private Optional<Bath> fixedBath() {
        if (roles.bath().isEmpty()) {
            return Optional.of(top.section("bath", this::bath));
        }
        top.check(false, "bath", "no such key, as roles.bath keeps the temperature");
        return top.optionalSection("bath", this::bath);
    }

    private Bath bath(Section at) {
        var kelvin = at.uncertain("temperature", TEMPERATURE);
        var isOutside = kelvin.value() < limits.kelvin().from()
                || kelvin.value() > limits.kelvin().to();
        at.check(!isOutside, "temperature", "a temperature within limits.temperature");
        return new Bath(kelvin);
    }

    private List<GuardConfig> guards() {
        var guards = GuardReader.list(top);
        GuardReader.checkChannels(
                guards, roles, (guard, came, due) -> top.refuse("guards", guard.name() + ": " + came, due));
        return guards;
    }

    private Optional<SimulationConfig> simulation(PlatformConfig platform) {
        var reader = new SimulationReader(roles, platform);
        return is(Source.SIMULATOR)
                ? Optional.of(top.section("simulation", reader::read))
                : top.optionalSection("simulation", reader::read);
    }
}
