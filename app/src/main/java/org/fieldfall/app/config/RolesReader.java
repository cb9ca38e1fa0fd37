package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.NOT_NEGATIVE;
import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Measure.CURRENT;
import static org.fieldfall.app.config.Measure.DURATION;
import static org.fieldfall.app.config.Measure.PER_FIELD_SQUARED;
import static org.fieldfall.app.config.Measure.RESISTANCE;
import static org.fieldfall.app.config.Measure.TEMPERATURE;
import static org.fieldfall.app.config.Measure.VOLTAGE;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fieldfall.app.config.RigConfig.AuxiliaryRole;
import org.fieldfall.app.config.RigConfig.BathRole;
import org.fieldfall.app.config.RigConfig.ExcitationRole;
import org.fieldfall.app.config.RigConfig.FieldMonitor;
import org.fieldfall.app.config.RigConfig.FieldSupply;
import org.fieldfall.app.config.RigConfig.GenericScpi;
import org.fieldfall.app.config.RigConfig.HeatSwitchRole;
import org.fieldfall.app.config.RigConfig.Instrument;
import org.fieldfall.app.config.RigConfig.Keithley2400;
import org.fieldfall.app.config.RigConfig.KepcoBop;
import org.fieldfall.app.config.RigConfig.Keysight34465A;
import org.fieldfall.app.config.RigConfig.LakeShore350;
import org.fieldfall.app.config.RigConfig.OneCharacterSwitch;
import org.fieldfall.app.config.RigConfig.Roles;
import org.fieldfall.app.config.RigConfig.SampleHeaterRole;
import org.fieldfall.app.config.RigConfig.SampleThermometer;
import org.fieldfall.protocols.analysis.Uncertain;

/**
 * The section {@code roles} of a rig file. A role names an instrument whose driver can fill it. An instrument fills one
 * role; only a Lake Shore 350 may be bath and sample heater, on two outputs, and a generic one several auxiliary channels.
 */
final class RolesReader {

    private static final Map<String, String> INPUTS = Map.of("A", "A", "B", "B", "C", "C", "D", "D");

    /** All four outputs of the 350 can be the loop's; a small known current comes from the second. */
    private static final Map<String, Integer> LOOP_OUTPUTS = Map.of("1", 1, "2", 2, "3", 3, "4", 4);

    private static final Map<String, Integer> CURRENT_OUTPUTS = Map.of("2", 2);

    private final InstrumentsReader instruments;
    private final Map<String, String> roleByInstrument = new HashMap<>();
    private final Set<String> channelNames = new HashSet<>();

    RolesReader(InstrumentsReader instruments) {
        this.instruments = instruments;
    }

    Roles read(Section at) {
        var supply = at.section("field-supply", role -> new FieldSupply(instrument(role, Box.SUPPLY)));
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
                at.list("auxiliary", this::auxiliary));
    }

    private SampleThermometer sampleThermometer(Section at) {
        return new SampleThermometer(
                instrument(at, Box.THERMOMETER),
                at.uncertain("excitation", CURRENT),
                at.existingFile("curve", "the path of a calibration file, relative to this one"),
                at.quantity("curve-uncertainty", TEMPERATURE, NOT_NEGATIVE),
                at.quantity("thermal-emf", VOLTAGE, NOT_NEGATIVE),
                at.uncertain("magnetoresistance", PER_FIELD_SQUARED, Uncertain.exact(0)),
                at.quantity("aperture", DURATION, POSITIVE));
    }

    private FieldMonitor fieldMonitor(Section at) {
        return new FieldMonitor(
                instrument(at, Box.MONITOR),
                at.uncertain("shunt", RESISTANCE),
                at.quantity("aperture", DURATION, POSITIVE));
    }

    private BathRole bath(Section at) {
        return new BathRole(
                instrument(at, Box.BATH),
                at.oneOf("input", INPUTS).orElse(""),
                at.oneOf("output", LOOP_OUTPUTS).orElse(0),
                at.quantity("tolerance", TEMPERATURE, POSITIVE),
                at.quantity("stable-for", DURATION, POSITIVE));
    }

    private HeatSwitchRole heatSwitch(Section at) {
        return new HeatSwitchRole(instrument(at, Box.SWITCH), at.quantity("settle", DURATION, POSITIVE));
    }

    private SampleHeaterRole sampleHeater(Section at, Optional<BathRole> bath) {
        var heater = new SampleHeaterRole(
                instrument(at, Box.HEATER),
                at.oneOf("output", CURRENT_OUTPUTS).orElse(0),
                at.uncertain("resistance", RESISTANCE),
                at.quantity("max-current", CURRENT, POSITIVE));
        var isTheBaths = bath.filter(role -> role.instrument().equals(heater.instrument()))
                .filter(role -> role.output() == heater.output())
                .isPresent();
        at.check(!isTheBaths, "output", "another output than roles.bath.output");
        return heater;
    }

    private ExcitationRole excitation(Section at, SampleThermometer thermometer) {
        var role = new ExcitationRole(instrument(at, Box.EXCITATION), at.quantity("max-current", CURRENT, POSITIVE));
        var isBeyond = thermometer.excitationAmperes().value() > role.maxAmperes();
        at.check(!isBeyond, "max-current", "at least roles.sample-thermometer.excitation, the level to set");
        return role;
    }

    private AuxiliaryRole auxiliary(Section at) {
        var role = new AuxiliaryRole(
                at.text("name"),
                instrument(at, Box.AUXILIARY),
                at.text("query", "a question, with its question mark", RolesReader::question),
                at.text("unit"));
        at.check(channelNames.add(role.name()), "name", "another name than an earlier channel's");
        return role;
    }

    private static String question(String text) {
        if (!text.contains("?")) {
            throw new UnfitValueException("no question mark");
        }
        return text;
    }

    /** The name of an instrument that can fill the role. */
    private String instrument(Section at, Box box) {
        var able = instruments.namesOf(box.kind);
        var due = "an instrument with driver " + box.driver + (able.isEmpty() ? "" : ": " + String.join(" or ", able));
        return at.text("instrument", due, name -> {
            if (!able.contains(name)) {
                throw new UnfitValueException(instruments.has(name) ? "another driver" : "no such instrument");
            }
            return taken(name, box);
        });
    }

    private String taken(String name, Box box) {
        var other = roleByInstrument.putIfAbsent(name, box.role);
        if (other != null && !box.sharesWith.equals(other)) {
            throw new UnfitValueException("it is the " + other + " already");
        }
        return name;
    }

    /** What fills a role. */
    private enum Box {
        SUPPLY("field-supply", KepcoBop.class, "kepco-bop"),
        THERMOMETER("sample-thermometer", Keysight34465A.class, "keysight-34465a"),
        MONITOR("field-monitor", Keysight34465A.class, "keysight-34465a"),
        BATH("bath", LakeShore350.class, "lakeshore-350"),
        SWITCH("heat-switch", OneCharacterSwitch.class, "one-character-switch"),
        HEATER("sample-heater", LakeShore350.class, "lakeshore-350", "bath"),
        EXCITATION("excitation", Keithley2400.class, "keithley-2400"),
        AUXILIARY("auxiliary channel", GenericScpi.class, "generic-scpi", "auxiliary channel");

        private final String role;
        private final Class<? extends Instrument> kind;
        private final String driver;
        private final String sharesWith;

        Box(String role, Class<? extends Instrument> kind, String driver) {
            this(role, kind, driver, "");
        }

        Box(String role, Class<? extends Instrument> kind, String driver, String sharesWith) {
            this.role = role;
            this.kind = kind;
            this.driver = driver;
            this.sharesWith = sharesWith;
        }
    }
}
