package org.fieldfall.app.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.drivers.genericscpi.ChannelSettings;
import org.fieldfall.drivers.genericscpi.ScpiChannel;
import org.fieldfall.drivers.keithley2400.Keithley2400;
import org.fieldfall.drivers.keithley2400.SourceSettings;
import org.fieldfall.drivers.kepco.BopSettings;
import org.fieldfall.drivers.kepco.KepcoBop;
import org.fieldfall.drivers.lakeshore350.BathSettings;
import org.fieldfall.drivers.lakeshore350.HeaterSettings;
import org.fieldfall.drivers.lakeshore350.LakeShore350;
import org.fieldfall.drivers.onecharacterswitch.OneCharacterSwitch;
import org.fieldfall.drivers.onecharacterswitch.SwitchSettings;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.drivers.truevolt.Truevolt34465A;
import org.fieldfall.drivers.truevolt.TruevoltSettings;
import org.fieldfall.drivers.truevolt.VoltsAcrossSensor;
import org.fieldfall.drivers.truevolt.VoltsAcrossShunt;
import org.fieldfall.protocols.fieldquench.RigRoles;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.FieldMonitor;
import org.fieldfall.protocols.instrument.HeatSwitch;
import org.fieldfall.protocols.instrument.SampleHeater;

/** The drivers behind a rig's roles: a new model is one more method here. */
final class RigDrivers {

    /** Current accuracy of the Lake Shore's second output; the stated spread of the resistance comes on top. */
    private static final double OUTPUT_RELATIVE_SIGMA = 0.004;

    /** The board notices that its port was opened later than the host does. */
    private static final double BOOT_SPARE_SECONDS = 0.5;

    private final RigConfig rig;
    private final RigLines lines;
    private final Map<String, LakeShore350> cryostats = new HashMap<>();

    RigDrivers(RigConfig rig, RigLines lines) {
        this.rig = rig;
        this.lines = lines;
    }

    RigRoles roles(CalibrationCurve curve) {
        RigConfig.Roles roles = rig.roles();
        // The supply first: of several absent lines it is the one to hear of.
        KepcoBop supply = supply();
        VoltsAcrossSensor thermometer = thermometer(curve);
        return new RigRoles(
                supply,
                thermometer,
                roles.fieldMonitor().map(this::monitor),
                roles.bath().map(this::bath),
                roles.heatSwitch().map(this::heatSwitch),
                roles.sampleHeater().map(this::openHeater),
                roles.excitation().map(role -> new KnownExcitation(excitation(role), thermometer::excited)),
                auxiliary());
    }

    private List<AuxiliaryChannel> auxiliary() {
        List<AuxiliaryChannel> channels = new ArrayList<>();
        rig.roles().auxiliary().forEach(role -> channels.add(auxiliary(role)));
        return channels;
    }

    KepcoBop supply() {
        return new KepcoBop(lines.of("field-supply", rig.roles().fieldSupply().instrument()), bop(rig));
    }

    static BopSettings bop(RigConfig rig) {
        RigConfig.KepcoBop bop = rig.fieldSupply();
        return new BopSettings(
                rig.coil().teslaPerAmpere().value(),
                bop.maxAmperes(),
                bop.complianceVolts(),
                rig.coil().henry(),
                rig.coil().ohm(),
                rig.limits().fieldTesla(),
                rig.limits().rateTeslaPerSecond(),
                bop.baud(),
                seconds(bop.replyDeadlineSeconds()));
    }

    Truevolt34465A meter(String role, String instrument) {
        RigConfig.Keysight34465A meter = rig.instrument(instrument, RigConfig.Keysight34465A.class);
        return new Truevolt34465A(
                lines.of(role, instrument),
                new TruevoltSettings(meter.rangeVolts(), seconds(meter.replyDeadlineSeconds())));
    }

    VoltsAcrossSensor thermometer(CalibrationCurve curve) {
        RigConfig.SampleThermometer role = rig.roles().sampleThermometer();
        return new VoltsAcrossSensor(
                meter("sample-thermometer", role.instrument()),
                role.excitationAmperes().value(),
                curve);
    }

    FieldMonitor monitor(RigConfig.FieldMonitor role) {
        return new VoltsAcrossShunt(
                meter("field-monitor", role.instrument()),
                rig.coil().teslaPerAmpere().value(),
                role.shuntOhm().value());
    }

    static double monitorTeslaPerVolt(RigConfig rig, RigConfig.FieldMonitor role) {
        return VoltsAcrossShunt.teslaPerVolt(
                rig.coil().teslaPerAmpere().value(), role.shuntOhm().value());
    }

    LakeShore350 cryostat(String role, String instrument) {
        Line line = lines.of(role, instrument);
        RigConfig.LakeShore350 box = rig.instrument(instrument, RigConfig.LakeShore350.class);
        return cryostats.computeIfAbsent(
                instrument, name -> new LakeShore350(line, seconds(box.replyDeadlineSeconds())));
    }

    Bath bath(RigConfig.BathRole role) {
        return cryostat("bath", role.instrument())
                .bath(new BathSettings(
                        role.input().charAt(0),
                        role.output(),
                        rig.limits().kelvin().from(),
                        rig.limits().kelvin().to()));
    }

    SampleHeater openHeater(RigConfig.SampleHeaterRole role) {
        return cryostat("sample-heater", role.instrument()).heater(heater(role));
    }

    static HeaterSettings heater(RigConfig.SampleHeaterRole role) {
        double relative = Math.hypot(OUTPUT_RELATIVE_SIGMA, role.ohm().relativeSigma());
        return new HeaterSettings(role.output(), role.ohm().value(), role.maxAmperes(), relative);
    }

    HeatSwitch heatSwitch(RigConfig.HeatSwitchRole role) {
        RigConfig.OneCharacterSwitch board = rig.instrument(role.instrument(), RigConfig.OneCharacterSwitch.class);
        return new OneCharacterSwitch(
                lines.of("heat-switch", role.instrument()),
                new SwitchSettings(
                        seconds(board.bootSeconds() + BOOT_SPARE_SECONDS),
                        role.settleSeconds(),
                        seconds(board.replyDeadlineSeconds())));
    }

    Keithley2400 excitation(RigConfig.ExcitationRole role) {
        RigConfig.Keithley2400 source = rig.instrument(role.instrument(), RigConfig.Keithley2400.class);
        return new Keithley2400(
                lines.of("excitation", role.instrument()),
                new SourceSettings(
                        role.maxAmperes(),
                        source.complianceVolts(),
                        rig.roles().sampleThermometer().excitationAmperes().relativeSigma(),
                        seconds(source.replyDeadlineSeconds())));
    }

    AuxiliaryChannel auxiliary(RigConfig.AuxiliaryRole role) {
        RigConfig.GenericScpi box = rig.instrument(role.instrument(), RigConfig.GenericScpi.class);
        return new ScpiChannel(
                lines.of("auxiliary " + role.name(), role.instrument()),
                new ChannelSettings(
                        role.name(),
                        role.unit(),
                        role.query(),
                        Optional.of(Pattern.compile(box.identity())),
                        end(box.terminator()),
                        seconds(box.gapSeconds()),
                        seconds(box.replyDeadlineSeconds())));
    }

    private static String end(RigConfig.Terminator terminator) {
        return switch (terminator) {
            case LF -> "\n";
            case CR -> "\r";
            case CR_LF -> "\r\n";
        };
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
