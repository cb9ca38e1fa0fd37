package org.fieldfall.app.rig;

import static org.fieldfall.protocols.instrument.Figure.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.RigConfig.AuxiliaryRole;
import org.fieldfall.app.config.RigConfig.BathRole;
import org.fieldfall.app.config.RigConfig.ExcitationRole;
import org.fieldfall.app.config.RigConfig.SampleHeaterRole;
import org.fieldfall.app.rig.Finding.Verdict;
import org.fieldfall.drivers.keithley2400.Keithley2400;
import org.fieldfall.drivers.keithley2400.SourceSetup;
import org.fieldfall.drivers.kepco.BopLimits;
import org.fieldfall.drivers.kepco.KepcoBop;
import org.fieldfall.drivers.lakeshore350.FrontPanel;
import org.fieldfall.drivers.truevolt.MeterRange;
import org.fieldfall.drivers.truevolt.Truevolt34465A;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Bath;

/** How each role of a rig is opened to be checked: a new role is one more line here. */
final class RoleChecks {

    private final RigConfig rig;
    private final RigDrivers drivers;

    RoleChecks(RigConfig rig, RigDrivers drivers) {
        this.rig = rig;
        this.drivers = drivers;
    }

    /** By role; each opens its line when it is asked for. */
    Map<String, Supplier<RoleCheck>> all() {
        var roles = rig.roles();
        var all = new LinkedHashMap<String, Supplier<RoleCheck>>();
        all.put("field-supply", this::supply);
        all.put(
                "sample-thermometer",
                () -> meter("sample-thermometer", roles.sampleThermometer().instrument()));
        put(all, "field-monitor", roles.fieldMonitor().map(role -> () -> meter("field-monitor", role.instrument())));
        put(all, "bath", roles.bath().map(role -> () -> bath(role)));
        put(all, "heat-switch", roles.heatSwitch().map(role -> () -> RoleCheck.of(drivers.heatSwitch(role)::identify)));
        put(all, "sample-heater", roles.sampleHeater().map(role -> () -> heater(role)));
        put(all, "excitation", roles.excitation().map(role -> () -> source(role)));
        roles.auxiliary().forEach(role -> all.put("auxiliary " + role.name(), () -> auxiliary(role)));
        return all;
    }

    private static void put(Map<String, Supplier<RoleCheck>> all, String role, Optional<Supplier<RoleCheck>> check) {
        check.ifPresent(filled -> all.put(role, filled));
    }

    private RoleCheck supply() {
        KepcoBop supply = drivers.supply();
        return RoleCheck.of(
                supply::identify,
                within -> List.of(
                        now("field", supply.measureField(within).tesla(), "T"), limits(supply.measureLimits(within))));
    }

    private Finding limits(BopLimits found) {
        RigConfig.KepcoBop due = rig.fieldSupply();
        return Finding.of(
                "its limits",
                text("%g A, %g V", found.amperes(), found.volts()),
                text("at least max-current %g A, compliance %g V", due.maxAmperes(), due.complianceVolts()),
                found.amperes() >= due.maxAmperes() && found.volts() >= due.complianceVolts());
    }

    private RoleCheck meter(String role, String instrument) {
        Truevolt34465A meter = drivers.meter(role, instrument);
        double due = rig.instrument(instrument, RigConfig.Keysight34465A.class).rangeVolts();
        return RoleCheck.of(meter::identify, within -> List.of(ranges(meter.measureRange(within), due)));
    }

    private static Finding ranges(MeterRange found, double due) {
        return Finding.of(
                "its ranges",
                text("%g V to %g V, now %g V", found.leastVolts(), found.mostVolts(), found.nowVolts()),
                text("%g V among them", due),
                due >= found.leastVolts() && due <= found.mostVolts());
    }

    private RoleCheck bath(BathRole role) {
        Bath bath = drivers.bath(role);
        FrontPanel panel = drivers.cryostat("bath", role.instrument()).frontPanel();
        char input = role.input().charAt(0);
        return RoleCheck.of(
                bath::identify,
                within -> List.of(
                        now("temperature", bath.measureKelvin(within), "K"),
                        now("setpoint", bath.measureSetpoint(within), "K"),
                        curve(panel.curve(input, within)),
                        loop(panel.mode(role.output(), within), role)));
    }

    private Finding curve(FrontPanel.Curve found) {
        double due = rig.limits().kelvin().to();
        return Finding.of(
                "its curve",
                found.number() == 0
                        ? "none"
                        : text("%d %s %s to %g K", found.number(), found.name(), found.serial(), found.limitKelvin()),
                text("one to %g K or more for limits.temperature", due),
                found.limitKelvin() >= due);
    }

    private static Finding loop(FrontPanel.Mode found, BathRole role) {
        return Finding.of(
                "its loop",
                text("output %d in mode %d on input %d", role.output(), found.mode(), found.input()),
                text("mode 1 or 2 on input %s (A is 1)", role.input()),
                found.isLoopOn(role.input().charAt(0)));
    }

    private RoleCheck heater(SampleHeaterRole role) {
        FrontPanel panel = drivers.cryostat("sample-heater", role.instrument()).frontPanel();
        return RoleCheck.of(drivers.openHeater(role)::identify, within -> {
            FrontPanel.HeaterSetup found = panel.heater(role.output(), within);
            return List.of(Finding.of(
                    "its setup",
                    found.text(),
                    "1 as the last number (output shown as current), no user limit below 0.1 A",
                    found.isInFullCurrents()));
        });
    }

    private RoleCheck source(ExcitationRole role) {
        Keithley2400 source = drivers.excitation(role);
        return RoleCheck.of(source::identify, within -> {
            SourceSetup found = source.measureSetup(within);
            return List.of(
                    now("level", found.isOn() ? found.levelAmperes() : 0, "A"),
                    now("limit", found.complianceVolts(), "V"));
        });
    }

    private RoleCheck auxiliary(AuxiliaryRole role) {
        AuxiliaryChannel channel = drivers.auxiliary(role);
        return RoleCheck.of(
                channel::identify, within -> List.of(now(role.name(), channel.measure(within), role.unit())));
    }

    private static Finding now(String what, double value, String unit) {
        return new Finding(what, text("now %g %s", value, unit), "", Verdict.FITS);
    }
}
