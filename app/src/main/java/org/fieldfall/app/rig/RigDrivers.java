package org.fieldfall.app.rig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.model.AuxiliaryOffer;
import org.fieldfall.app.model.BathOffer;
import org.fieldfall.app.model.BiasMagnetOffer;
import org.fieldfall.app.model.ExcitationOffer;
import org.fieldfall.app.model.FieldMonitorOffer;
import org.fieldfall.app.model.FieldSupplyOffer;
import org.fieldfall.app.model.HeatSwitchOffer;
import org.fieldfall.app.model.OpenBox;
import org.fieldfall.app.model.Place;
import org.fieldfall.app.model.SampleHeaterOffer;
import org.fieldfall.app.model.SampleThermometerOffer;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.fieldquench.RigRoles;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.BiasMagnet;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.Excitation;
import org.fieldfall.protocols.instrument.ExcitedThermometer;
import org.fieldfall.protocols.instrument.FieldMonitor;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.HeatSwitch;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.fieldfall.protocols.instrument.SampleThermometer;

/** The drivers behind a rig's roles, as the models of its instruments make them. */
final class RigDrivers {

    private final RigConfig rig;
    private final RigLines lines;
    private final Map<String, OpenBox> boxes = new HashMap<>();

    RigDrivers(RigConfig rig, RigLines lines) {
        this.rig = rig;
        this.lines = lines;
    }

    RigRoles roles(CalibrationCurve curve) {
        RigConfig.Roles roles = rig.roles();
        // The supply first: of several absent lines it is the one to hear of.
        FieldSupply supply = supply();
        SampleThermometer thermometer = thermometer(curve);
        return new RigRoles(
                supply,
                thermometer,
                roles.fieldMonitor().map(this::monitor),
                roles.bath().map(this::bath),
                roles.heatSwitch().map(this::heatSwitch),
                roles.sampleHeater().map(this::heater),
                roles.excitation().map(role -> known(excitation(role), thermometer)),
                roles.biasMagnet().map(this::biasMagnet),
                auxiliary());
    }

    private static Excitation known(Excitation source, SampleThermometer thermometer) {
        return thermometer instanceof ExcitedThermometer excited
                ? new KnownExcitation(source, excited::excited)
                : source;
    }

    private List<AuxiliaryChannel> auxiliary() {
        List<AuxiliaryChannel> channels = new ArrayList<>();
        rig.roles().auxiliary().forEach(role -> channels.add(auxiliary(role)));
        return channels;
    }

    /** An instrument, at least one role of which has been filled here. */
    OpenBox box(String instrument) {
        return Optional.ofNullable(boxes.get(instrument))
                .orElseThrow(() -> new IllegalStateException(instrument + " has not been opened"));
    }

    /** The same for all roles of an instrument. */
    private OpenBox box(String role, String instrument) {
        Line line = lines.of(role, instrument);
        return boxes.computeIfAbsent(instrument, name -> new OpenBox(Place.of(rig, name), line));
    }

    FieldSupply supply() {
        String name = rig.roles().fieldSupply().instrument();
        return rig.settings(name, FieldSupplyOffer.class).fieldSupply(box("field-supply", name));
    }

    SampleThermometer thermometer(CalibrationCurve curve) {
        RigConfig.SampleThermometer role = rig.roles().sampleThermometer();
        return rig.settings(role.instrument(), SampleThermometerOffer.class)
                .sampleThermometer(box("sample-thermometer", role.instrument()), role, curve);
    }

    FieldMonitor monitor(RigConfig.FieldMonitor role) {
        return rig.settings(role.instrument(), FieldMonitorOffer.class)
                .fieldMonitor(box("field-monitor", role.instrument()), role);
    }

    Bath bath(RigConfig.BathRole role) {
        return rig.settings(role.instrument(), BathOffer.class).bath(box("bath", role.instrument()), role);
    }

    SampleHeater heater(RigConfig.SampleHeaterRole role) {
        return rig.settings(role.instrument(), SampleHeaterOffer.class)
                .sampleHeater(box("sample-heater", role.instrument()), role);
    }

    HeatSwitch heatSwitch(RigConfig.HeatSwitchRole role) {
        return rig.settings(role.instrument(), HeatSwitchOffer.class)
                .heatSwitch(box("heat-switch", role.instrument()), role);
    }

    Excitation excitation(RigConfig.ExcitationRole role) {
        return rig.settings(role.instrument(), ExcitationOffer.class)
                .excitation(box("excitation", role.instrument()), role);
    }

    BiasMagnet biasMagnet(RigConfig.BiasMagnetRole role) {
        return rig.settings(role.instrument(), BiasMagnetOffer.class)
                .biasMagnet(box("bias-magnet", role.instrument()), role);
    }

    AuxiliaryChannel auxiliary(RigConfig.AuxiliaryRole role) {
        return rig.settings(role.instrument(), AuxiliaryOffer.class)
                .auxiliary(box("auxiliary " + role.name(), role.instrument()), role);
    }
}
