package org.fieldfall.app.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.SafeOrder;

/**
 * A rig file: the instruments, coil and cryostat of one experiment, and what may be done with them.
 *
 * @param instruments by the name the roles use; all of them simulated or none
 * @param bath where its temperature is fixed; else {@link Roles#bath()} keeps it
 * @param simulation what the simulator needs beyond the rig; always there where the source is the simulator
 */
public record RigConfig(
        ConfigFile file,
        String name,
        Source source,
        Map<String, Instrument> instruments,
        Roles roles,
        Optional<Bath> bath,
        Trigger trigger,
        Coil coil,
        PlatformConfig platform,
        Limits limits,
        SafeState safeState,
        List<GuardConfig> guards,
        Optional<SimulationConfig> simulation) {

    public RigConfig {
        instruments = Map.copyOf(instruments);
        guards = List.copyOf(guards);
    }

    /** Where readings come from. */
    public enum Source {
        RIG,
        SIMULATOR,
        REPLAY
    }

    /**
     * One box on one line.
     *
     * @param driver word of its {@link InstrumentKind}
     * @param resource a VISA name, {@value #SIMULATED} where the simulator opens the line, or {@value #REPLAY} and the
     *     absolute path of a capture that is played in its place
     * @param settings what the keys of its driver say
     * @param replyDeadlineSeconds longest wait for any answer
     */
    public record Instrument(
            String driver, String resource, InstrumentKind.Settings settings, double replyDeadlineSeconds) {

        public static final String SIMULATED = "simulated";
        public static final String REPLAY = "replay:";

        public boolean isSimulated() {
            return resource.equals(SIMULATED);
        }

        public boolean isReplayed() {
            return resource.startsWith(REPLAY);
        }
    }

    /** Who does what. */
    public record Roles(
            FieldSupply fieldSupply,
            SampleThermometer sampleThermometer,
            Optional<FieldMonitor> fieldMonitor,
            Optional<BathRole> bath,
            Optional<HeatSwitchRole> heatSwitch,
            Optional<SampleHeaterRole> sampleHeater,
            Optional<ExcitationRole> excitation,
            Optional<BiasMagnetRole> biasMagnet,
            List<AuxiliaryRole> auxiliary) {

        public Roles {
            auxiliary = List.copyOf(auxiliary);
        }

        /** Name of the instrument behind each role that is filled, in the order of this record. */
        public Map<String, String> instruments() {
            var names = new LinkedHashMap<String, String>();
            names.put("field-supply", fieldSupply.instrument());
            names.put("sample-thermometer", sampleThermometer.instrument());
            fieldMonitor.ifPresent(role -> names.put("field-monitor", role.instrument()));
            bath.ifPresent(role -> names.put("bath", role.instrument()));
            heatSwitch.ifPresent(role -> names.put("heat-switch", role.instrument()));
            sampleHeater.ifPresent(role -> names.put("sample-heater", role.instrument()));
            excitation.ifPresent(role -> names.put("excitation", role.instrument()));
            biasMagnet.ifPresent(role -> names.put("bias-magnet", role.instrument()));
            auxiliary.forEach(role -> names.put("auxiliary " + role.name(), role.instrument()));
            return names;
        }
    }

    /** @param instrument name among the instruments */
    public record FieldSupply(String instrument) {}

    /**
     * A resistance sensor with a current through it.
     *
     * @param instrument name among the instruments
     * @param excitationAmperes of a source nobody speaks to, or the level to set where {@link Roles#excitation()} is filled
     * @param curve calibration file, resolved and there
     * @param curveKelvin standard uncertainty of the calibration over a shot
     * @param thermalEmfVolts size of the unknown constant offset
     * @param magnetoresistancePerTeslaSquared apparent ΔT/T over B²; nothing where the file does not say
     */
    public record SampleThermometer(
            String instrument,
            Uncertain excitationAmperes,
            Path curve,
            double curveKelvin,
            double thermalEmfVolts,
            Uncertain magnetoresistancePerTeslaSquared,
            double apertureSeconds) {}

    /**
     * The coil's current across a shunt.
     *
     * @param instrument name among the instruments
     */
    public record FieldMonitor(String instrument, Uncertain shuntOhm, double apertureSeconds) {}

    /**
     * A controlled bath.
     *
     * @param instrument name among the instruments
     * @param input sensor input, {@code A} to {@code D}
     * @param output heater output
     * @param toleranceKelvin from the setpoint, within which it has to stay for {@code stableSeconds}
     */
    public record BathRole(String instrument, String input, int output, double toleranceKelvin, double stableSeconds) {}

    /**
     * Links the sample to the bath or parts it.
     *
     * @param instrument name among the instruments
     * @param settleSeconds after which it has moved
     */
    public record HeatSwitchRole(String instrument, double settleSeconds) {}

    /**
     * A resistor on the sample's platform.
     *
     * @param instrument name among the instruments, which may be the bath's too
     * @param output another than the bath's; only the 350's second is a source of small currents
     */
    public record SampleHeaterRole(String instrument, int output, Uncertain ohm, double maxAmperes) {}

    /**
     * Sets the current through the sample thermometer.
     *
     * @param instrument name among the instruments
     * @param maxAmperes limit of its magnitude
     */
    public record ExcitationRole(String instrument, double maxAmperes) {}

    /**
     * A slow magnet along the coil, whose field is part of what a protocol asks for.
     *
     * @param instrument name among the instruments
     * @param tesla its field in every shot
     * @param maxTesla limit of its magnitude
     */
    public record BiasMagnetRole(String instrument, double tesla, double teslaPerSecond, double maxTesla) {}

    /**
     * Any number worth keeping.
     *
     * @param instrument name among the instruments; several channels may share one
     * @param query what is sent, without its end
     * @param isCoilVoltage L dI/dt and R I of the coil are taken away from it
     */
    public record AuxiliaryRole(String name, String instrument, String query, String unit, boolean isCoilVoltage) {}

    /** A bath without a controller. */
    public record Bath(Uncertain kelvin) {}

    /** @param sharedLine whether a trigger line from the supply starts the field monitor with the program */
    public record Trigger(boolean sharedLine) {}

    /**
     * The coil in its circuit.
     *
     * @param ohm of the whole circuit
     * @param coldOhm what of it is in liquid helium; empty where the file does not say
     * @param sweepLossJoule heat that one sweep sets free in the helium; zero where the file does not say
     */
    public record Coil(
            Uncertain teslaPerAmpere, double henry, double ohm, Optional<Double> coldOhm, double sweepLossJoule) {}

    /**
     * Checked before anything starts, and again at the wire; field and rate are magnitudes.
     *
     * @param recordBehindSeconds for which the record may go unwritten before a guard ends the run; empty if for ever
     * @param lineLostSeconds for which any line may be away before a guard ends the run
     */
    public record Limits(
            double fieldTesla,
            double rateTeslaPerSecond,
            Range kelvin,
            Optional<Double> recordBehindSeconds,
            double lineLostSeconds) {}

    /**
     * @param outputOn whether the supply's output stays on once the field is there
     * @param longestHoldSeconds after which a held run is stopped
     * @param order who is brought to safety first; roles that are left out come after them
     */
    public record SafeState(
            double fieldTesla,
            double rateTeslaPerSecond,
            boolean outputOn,
            double longestHoldSeconds,
            SafeOrder order) {}

    /** True if the simulator has to open the lines. */
    public boolean isSimulated() {
        return instruments.values().stream().anyMatch(Instrument::isSimulated);
    }

    /** The instrument of that name. */
    public Instrument instrument(String wanted) {
        var found = instruments.get(wanted);
        if (found == null) {
            throw new IllegalStateException(
                    name + ": no instrument called " + wanted + " among " + instruments.keySet());
        }
        return found;
    }

    /** What the keys of an instrument's driver say, as its role needs it. */
    public <T> T settings(String wanted, Class<T> kind) {
        var found = instrument(wanted);
        if (!kind.isInstance(found.settings())) {
            throw new IllegalStateException(name + ": " + wanted + " has the driver " + found.driver()
                    + ", which is no " + kind.getSimpleName());
        }
        return kind.cast(found.settings());
    }
}
