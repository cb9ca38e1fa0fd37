package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.ANY;
import static org.fieldfall.app.config.Check.NOT_NEGATIVE;
import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Measure.CURRENT;
import static org.fieldfall.app.config.Measure.DURATION;
import static org.fieldfall.app.config.Measure.FRACTION;
import static org.fieldfall.app.config.Measure.TEMPERATURE;
import static org.fieldfall.app.config.Measure.VOLTAGE;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fieldfall.app.config.RigConfig.Roles;
import org.fieldfall.app.config.SimulationConfig.Auxiliary;
import org.fieldfall.app.config.SimulationConfig.Bath;
import org.fieldfall.app.config.SimulationConfig.BiasMagnet;
import org.fieldfall.app.config.SimulationConfig.Coil;
import org.fieldfall.app.config.SimulationConfig.HeatSwitch;
import org.fieldfall.app.config.SimulationConfig.Heater;
import org.fieldfall.app.config.SimulationConfig.Monitor;
import org.fieldfall.app.config.SimulationConfig.Supply;
import org.fieldfall.app.config.SimulationConfig.Thermometer;
import org.fieldfall.app.config.SimulationConfig.Vibration;

/**
 * The keys of the section {@code simulation} of a rig file. What belongs to a role is due where the role is filled.
 *
 * @param platform which tells the eddy heating where the section does not
 */
record SimulationReader(Roles roles, PlatformConfig platform) {

    private static final double MAINS_HERTZ = 50;
    private static final double RINGING_HERTZ = 30;
    private static final double RINGING_SECONDS = 0.1;

    SimulationConfig read(Section at) {
        return new SimulationConfig(
                at.section("supply", SimulationReader::supply),
                at.section("coil", SimulationReader::coil),
                eddyHeating(at),
                at.section("thermometer", SimulationReader::thermometer),
                part(at, "monitor", roles.fieldMonitor(), SimulationReader::monitor),
                part(at, "bath", roles.bath(), SimulationReader::bath),
                part(at, "heat-switch", roles.heatSwitch(), SimulationReader::heatSwitch),
                part(at, "heater", roles.sampleHeater(), SimulationReader::heater),
                auxiliaries(at),
                at.optionalSection("vibration", SimulationReader::vibration)
                        .orElseGet(() -> new Vibration(0, 0, RINGING_HERTZ, RINGING_SECONDS)),
                at.optionalSection("crystal", CrystalReader::read).orElseGet(CrystalConfig.TwoWells::new),
                part(at, "bias-magnet", roles.biasMagnet(), SimulationReader::biasMagnet));
    }

    private static Coil coil(Section at) {
        return new Coil(
                at.quantity("field-lag", DURATION, NOT_NEGATIVE),
                at.quantity("bath-rise", Measure.TEMPERATURE_PER_HEAT, NOT_NEGATIVE, 0));
    }

    private static Vibration vibration(Section at) {
        return new Vibration(
                at.quantity("heat", Measure.HEAT, NOT_NEGATIVE, 0),
                at.quantity("ringing", VOLTAGE, NOT_NEGATIVE, 0),
                at.quantity("frequency", Measure.FREQUENCY, POSITIVE, RINGING_HERTZ),
                at.quantity("decay", DURATION, POSITIVE, RINGING_SECONDS));
    }

    private double eddyHeating(Section at) {
        var known = platform.eddyWattPerRateSquared().value();
        return known == 0
                ? at.quantity("eddy-heating", Measure.EDDY_HEATING, NOT_NEGATIVE)
                : at.quantity("eddy-heating", Measure.EDDY_HEATING, NOT_NEGATIVE, known);
    }

    private static <T> Optional<T> part(Section at, String key, Optional<?> role, Function<Section, T> reader) {
        return role.isPresent() ? Optional.of(at.section(key, reader)) : at.optionalSection(key, reader);
    }

    private static Monitor monitor(Section at) {
        return new Monitor(at.quantity("noise", VOLTAGE, NOT_NEGATIVE));
    }

    private static Bath bath(Section at) {
        return new Bath(
                at.quantity("start", TEMPERATURE, POSITIVE),
                at.range("range", TEMPERATURE, "1.8 K to 20 K"),
                at.quantity("rate", Measure.TEMPERATURE_RATE, POSITIVE),
                at.quantity("lag", DURATION, POSITIVE),
                at.quantity("offset", TEMPERATURE, NOT_NEGATIVE),
                at.quantity("noise", TEMPERATURE, NOT_NEGATIVE),
                at.quantity("drift", Measure.TEMPERATURE_RATE, NOT_NEGATIVE));
    }

    private static HeatSwitch heatSwitch(Section at) {
        return new HeatSwitch(
                at.quantity("opening-heat", Measure.HEAT, NOT_NEGATIVE),
                at.quantity("closing-heat", Measure.HEAT, NOT_NEGATIVE, 0),
                at.oneOf("stuck", Map.of("yes", true, "no", false), false));
    }

    private static BiasMagnet biasMagnet(Section at) {
        return new BiasMagnet(
                at.quantity("constant", FRACTION, NOT_NEGATIVE), at.quantity("current-limit", CURRENT, POSITIVE));
    }

    private static Heater heater(Section at) {
        return new Heater(at.quantity("jitter", DURATION, NOT_NEGATIVE));
    }

    private Map<String, Auxiliary> auxiliaries(Section at) {
        if (roles.auxiliary().isEmpty()) {
            return Map.of();
        }
        return at.section("auxiliary", names -> {
            var channels = new LinkedHashMap<String, Auxiliary>();
            roles.auxiliary()
                    .forEach(
                            role -> channels.put(role.name(), names.section(role.name(), SimulationReader::auxiliary)));
            return channels;
        });
    }

    private static Auxiliary auxiliary(Section at) {
        return new Auxiliary(at.number("start", ANY), at.number("per-hour", ANY), at.number("noise", NOT_NEGATIVE));
    }

    private static Supply supply(Section at) {
        return new Supply(
                at.quantity("rated-voltage", VOLTAGE, POSITIVE),
                at.quantity("rated-current", CURRENT, POSITIVE),
                at.quantity("loop-lag", DURATION, POSITIVE),
                at.oneOf("card", Map.of("bit-4886", false, "bop-1kw", true), false),
                at.quantity("regulation", FRACTION, NOT_NEGATIVE, 0),
                at.quantity("ripple", CURRENT, NOT_NEGATIVE, 0),
                at.quantity("ripple-frequency", Measure.FREQUENCY, POSITIVE, 2 * MAINS_HERTZ));
    }

    private static Thermometer thermometer(Section at) {
        return new Thermometer(
                at.quantity("noise", VOLTAGE, NOT_NEGATIVE),
                at.quantity("noise-aperture", DURATION, POSITIVE),
                at.quantity("emf-drift", Measure.VOLTAGE_RATE),
                at.quantity("pick-up", Measure.AREA),
                at.quantity("gain", FRACTION, NOT_NEGATIVE),
                at.quantity("clock", FRACTION, NOT_NEGATIVE),
                at.quantity("hum", VOLTAGE, NOT_NEGATIVE, 0),
                at.quantity("mains", Measure.FREQUENCY, POSITIVE, MAINS_HERTZ),
                at.quantity("resolution", VOLTAGE, NOT_NEGATIVE, 0));
    }
}
