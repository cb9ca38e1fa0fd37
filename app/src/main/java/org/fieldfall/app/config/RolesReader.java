package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.NOT_NEGATIVE;
import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Measure.CURRENT;
import static org.fieldfall.app.config.Measure.DURATION;
import static org.fieldfall.app.config.Measure.FIELD;
import static org.fieldfall.app.config.Measure.FIELD_RATE;
import static org.fieldfall.app.config.Measure.PER_FIELD_SQUARED;
import static org.fieldfall.app.config.Measure.RESISTANCE;
import static org.fieldfall.app.config.Measure.TEMPERATURE;
import static org.fieldfall.app.config.Measure.VOLTAGE;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fieldfall.app.config.RigConfig.AuxiliaryRole;
import org.fieldfall.app.config.RigConfig.BathRole;
import org.fieldfall.app.config.RigConfig.BiasMagnetRole;
import org.fieldfall.app.config.RigConfig.ExcitationRole;
import org.fieldfall.app.config.RigConfig.FieldMonitor;
import org.fieldfall.app.config.RigConfig.FieldSupply;
import org.fieldfall.app.config.RigConfig.HeatSwitchRole;
import org.fieldfall.app.config.RigConfig.Roles;
import org.fieldfall.app.config.RigConfig.SampleHeaterRole;
import org.fieldfall.app.config.RigConfig.SampleThermometer;
import org.fieldfall.protocols.analysis.Uncertain;

/**
 * The section {@code roles} of a rig file. A role names an instrument whose driver offers it. An instrument fills one role,
 * or several of those that its driver can fill together.
 */
final class RolesReader {

    private final InstrumentsReader instruments;
    private final Map<String, Set<Role>> rolesByInstrument = new HashMap<>();
    private final Set<String> channelNames = new HashSet<>();

    RolesReader(InstrumentsReader instruments) {
        this.instruments = instruments;
    }

    Roles read(Section at) {
        var supply = at.section("field-supply", role -> new FieldSupply(instrument(role, Role.FIELD_SUPPLY)));
        var thermometer = at.section("sample-thermometer", this::sampleThermometer);
        var monitor = at.optionalSection("field-monitor", this::fieldMonitor);
        var bath = at.optionalSection("bath", this::bath);
        return new Roles(
                supply,
                thermometer,
                monitor,
                bath,
                at.optionalSection("heat-switch", this::heatSwitch),
                at.optionalSection("sample-heater", role -> sampleHeater(role, bath)),
                at.optionalSection("excitation", role -> excitation(role, thermometer)),
                at.optionalSection("bias-magnet", this::biasMagnet),
                at.list("auxiliary", this::auxiliary));
    }

    private SampleThermometer sampleThermometer(Section at) {
        return new SampleThermometer(
                instrument(at, Role.SAMPLE_THERMOMETER),
                at.uncertain("excitation", CURRENT),
                at.existingFile("curve", "the path of a calibration file, relative to this one"),
                at.quantity("curve-uncertainty", TEMPERATURE, NOT_NEGATIVE),
                at.quantity("thermal-emf", VOLTAGE, NOT_NEGATIVE),
                at.uncertain("magnetoresistance", PER_FIELD_SQUARED, Uncertain.exact(0)),
                at.quantity("aperture", DURATION, POSITIVE));
    }

    private FieldMonitor fieldMonitor(Section at) {
        return new FieldMonitor(
                instrument(at, Role.FIELD_MONITOR),
                at.uncertain("shunt", RESISTANCE),
                at.quantity("aperture", DURATION, POSITIVE));
    }

    private BathRole bath(Section at) {
        var name = instrument(at, Role.BATH);
        var ports = instruments.ports(name, Role.BATH);
        return new BathRole(
                name,
                port(at, "input", ports.inputs()).orElse(""),
                port(at, "output", ports.outputs()).orElse(0),
                at.quantity("tolerance", TEMPERATURE, POSITIVE),
                at.quantity("stable-for", DURATION, POSITIVE));
    }

    private HeatSwitchRole heatSwitch(Section at) {
        return new HeatSwitchRole(instrument(at, Role.HEAT_SWITCH), at.quantity("settle", DURATION, POSITIVE));
    }

    private SampleHeaterRole sampleHeater(Section at, Optional<BathRole> bath) {
        var name = instrument(at, Role.SAMPLE_HEATER);
        var heater = new SampleHeaterRole(
                name,
                port(at, "output", instruments.ports(name, Role.SAMPLE_HEATER).outputs())
                        .orElse(0),
                at.uncertain("resistance", RESISTANCE),
                at.quantity("max-current", CURRENT, POSITIVE));
        var isTheBaths = bath.filter(role -> role.instrument().equals(heater.instrument()))
                .filter(role -> role.output() == heater.output())
                .isPresent();
        at.check(!isTheBaths, "output", "another output than roles.bath.output");
        return heater;
    }

    private ExcitationRole excitation(Section at, SampleThermometer thermometer) {
        var role = new ExcitationRole(instrument(at, Role.EXCITATION), at.quantity("max-current", CURRENT, POSITIVE));
        var isBeyond = thermometer.excitationAmperes().value() > role.maxAmperes();
        at.check(!isBeyond, "max-current", "at least roles.sample-thermometer.excitation, the level to set");
        return role;
    }

    private BiasMagnetRole biasMagnet(Section at) {
        var role = new BiasMagnetRole(
                instrument(at, Role.BIAS_MAGNET),
                at.quantity("field", FIELD),
                at.quantity("rate", FIELD_RATE, POSITIVE),
                at.quantity("max-field", FIELD, POSITIVE));
        at.check(!(Math.abs(role.tesla()) > role.maxTesla()), "field", "a field within max-field");
        return role;
    }

    private AuxiliaryRole auxiliary(Section at) {
        var role = new AuxiliaryRole(
                at.text("name"),
                instrument(at, Role.AUXILIARY),
                at.text("query", "a question, with its question mark", RolesReader::question),
                at.text("unit"),
                at.oneOf("minus", Map.of("coil", true), false));
        at.check(
                !role.isCoilVoltage() || role.unit().equals("V"), "unit", "V, as the coil's own voltage is taken away");
        instruments
                .kind(role.instrument())
                .flatMap(kind -> kind.question(role.query()))
                .ifPresent(due -> at.refuse("query", role.query(), due));
        at.check(channelNames.add(role.name()), "name", "another name than an earlier channel's");
        return role;
    }

    private static String question(String text) {
        if (!text.contains("?")) {
            throw new UnfitValueException("no question mark");
        }
        return text;
    }

    /** One of an instrument's inputs or outputs; empty where it has none, and then there is no such key. */
    private static <T> Optional<T> port(Section at, String key, List<T> choice) {
        return choice.isEmpty()
                ? Optional.empty()
                : at.oneOf(key, choice.stream().distinct().collect(Collectors.toMap(T::toString, Function.identity())));
    }

    /** The name of an instrument that can fill the role. */
    private String instrument(Section at, Role role) {
        var able = instruments.ableTo(role);
        var due = "an instrument with driver " + String.join(" or ", instruments.driversFor(role))
                + (able.isEmpty() ? "" : ": " + String.join(" or ", able));
        return at.text("instrument", due, name -> {
            if (!able.contains(name)) {
                throw new UnfitValueException(unable(name, role));
            }
            return taken(name, role);
        });
    }

    private String unable(String name, Role role) {
        return instruments
                .kind(name)
                .map(kind -> "driver " + kind.driver() + " offers "
                        + kind.roles().stream().sorted().map(Role::word).collect(Collectors.joining(" and "))
                        + kind.whyNot(role).map(why -> "; " + why).orElse(""))
                .orElse("no such instrument");
    }

    private String taken(String name, Role role) {
        var taken = rolesByInstrument.computeIfAbsent(name, any -> EnumSet.noneOf(Role.class));
        // What the driver is not known of may be able to.
        var together = instruments.kind(name).map(InstrumentKind::together).orElse(EnumSet.allOf(Role.class));
        taken.stream()
                .filter(other -> !together.contains(other) || !together.contains(role))
                .findFirst()
                .ifPresent(other -> {
                    throw new UnfitValueException("it is the " + other.word() + " already");
                });
        taken.add(role);
        return name;
    }
}
