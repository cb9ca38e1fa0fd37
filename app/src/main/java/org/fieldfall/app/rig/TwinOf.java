package org.fieldfall.app.rig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.config.PlatformConfig;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.config.SimulationConfig;
import org.fieldfall.app.config.ThermalLaw;
import org.fieldfall.app.model.BiasMagnetOffer;
import org.fieldfall.app.model.ModelSettings;
import org.fieldfall.app.model.ModelSettings.Twin;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.simulator.Imperfections;
import org.fieldfall.simulator.TwinSettings;
import org.fieldfall.simulator.TwinSettings.Supply.Kind;

/** The simulator's plain records from the configuration. */
final class TwinOf {

    /** The twin's switch keeps its promise: it has moved well before a driver stops waiting. */
    private static final double SHARE_OF_SETTLING = 0.5;

    /** A switch that is stuck arrives after this, some thirty years. */
    private static final double STUCK_SECONDS = 1e9;

    private static final double SECONDS_PER_HOUR = 3600;

    /** The rig file's loss is that of a sweep of about this. */
    private static final double SWEEP_TESLA = 1;

    private TwinOf() {}

    static TwinSettings settings(RigConfig rig, SampleConfig sample, CalibrationCurve curve) {
        SimulationConfig simulation = rig.simulation()
                .orElseThrow(() -> new IllegalArgumentException(
                        "rig " + rig.name() + " has no simulation section, the simulator cannot pretend it"));
        return new TwinSettings(
                supply(rig, simulation.supply()),
                coil(rig, simulation),
                platform(rig, simulation),
                TwinCrystal.of(sample, simulation.crystal()),
                thermometer(rig, simulation.thermometer(), curve),
                rig.roles().fieldMonitor().map(role -> monitor(role, simulation)),
                rig.roles().bath().map(role -> cryostat(rig, role, bath(simulation))),
                rig.roles().heatSwitch().map(role -> heatSwitch(rig, role, simulation)),
                rig.roles().sampleHeater().map(role -> heater(role, simulation)),
                rig.roles().excitation().map(role -> source(rig, role)),
                gauges(rig, simulation),
                rig.trigger().sharedLine(),
                imperfections(rig, simulation),
                models(rig),
                rig.roles().biasMagnet().map(role -> biasMagnet(rig, role, simulation)));
    }

    private static TwinSettings.BiasMagnet biasMagnet(
            RigConfig rig, RigConfig.BiasMagnetRole role, SimulationConfig simulation) {
        SimulationConfig.BiasMagnet part = simulation.biasMagnet().orElseThrow();
        double teslaPerAmpere =
                rig.settings(role.instrument(), BiasMagnetOffer.class).teslaPerAmpere();
        return new TwinSettings.BiasMagnet(teslaPerAmpere, part.constantSigma(), part.limitAmperes());
    }

    private static Imperfections imperfections(RigConfig rig, SimulationConfig simulation) {
        SimulationConfig.Supply supply = simulation.supply();
        SimulationConfig.Thermometer chain = simulation.thermometer();
        SimulationConfig.Vibration kick = simulation.vibration();
        return new Imperfections(
                supply.rippleAmperes(),
                supply.rippleHertz(),
                supply.regulationSigma(),
                chain.humVolts(),
                chain.mainsHertz(),
                chain.resolutionVolts(),
                simulation.heatSwitch().map(part -> part.closingJoules()).orElse(0.0),
                new Imperfections.Vibration(kick.joule(), kick.volts(), kick.hertz(), kick.decaySeconds()),
                new Imperfections.Dissipation(
                        rig.coil().coldOhm().orElse(0.0),
                        rig.coil().sweepLossJoule() / SWEEP_TESLA,
                        simulation.coil().bathKelvinPerJoule()),
                linkShape(rig.platform().link()));
    }

    private static Imperfections.LinkShape linkShape(ThermalLaw law) {
        if (law instanceof ThermalLaw.Power power) {
            return Imperfections.LinkShape.power(power.atKelvin(), power.exponent());
        }
        if (law instanceof ThermalLaw.Table table) {
            double nominal = table.nominal();
            return Imperfections.LinkShape.table(
                    table.kelvin(),
                    Arrays.stream(table.values()).map(value -> value / nominal).toArray());
        }
        return Imperfections.LinkShape.CONSTANT;
    }

    private static TwinSettings.Supply supply(RigConfig rig, SimulationConfig.Supply supply) {
        String instrument = rig.roles().fieldSupply().instrument();
        String driver = rig.instrument(instrument).driver();
        Kind kind = Kind.behind(driver)
                .orElseThrow(() -> new UnsimulatedException("rig " + rig.name() + ": instruments." + instrument
                        + ", the simulator has no field supply " + driver));
        if (rig.trigger().sharedLine() && !kind.hasTriggerOutput()) {
            throw new UnsimulatedException("rig " + rig.name() + ": trigger.shared-line, a " + driver
                    + " has no trigger output and the simulator no other source of edges; rehearse with false");
        }
        return new TwinSettings.Supply(
                kind,
                supply.ratedVolts(),
                supply.ratedAmperes(),
                supply.loopLagSeconds(),
                twin(rig, instrument).baud(),
                supply.isBuiltIn());
    }

    /** The driver of each role that a rig has once: which model the simulator pretends there. */
    private static Map<String, String> models(RigConfig rig) {
        Map<String, String> models = new LinkedHashMap<>();
        rig.roles()
                .instruments()
                .forEach((role, name) -> models.put(role, rig.instrument(name).driver()));
        return models;
    }

    private static Twin twin(RigConfig rig, String instrument) {
        return rig.settings(instrument, ModelSettings.class)
                .twin()
                .orElseThrow(() ->
                        new IllegalArgumentException("the simulator cannot pretend the instrument " + instrument));
    }

    private static TwinSettings.Monitor monitor(RigConfig.FieldMonitor role, SimulationConfig simulation) {
        SimulationConfig.Thermometer meter = simulation.thermometer();
        return new TwinSettings.Monitor(
                role.shuntOhm().value(),
                role.shuntOhm().relativeSigma(),
                simulation.monitor().orElseThrow().noiseVolts(),
                meter.noiseApertureSeconds(),
                meter.gainSigma(),
                meter.clockSigma());
    }

    private static SimulationConfig.Bath bath(SimulationConfig simulation) {
        return simulation.bath().orElseThrow();
    }

    private static TwinSettings.Cryostat cryostat(RigConfig rig, RigConfig.BathRole role, SimulationConfig.Bath bath) {
        return new TwinSettings.Cryostat(
                bath.kelvin().from(),
                bath.kelvin().to(),
                bath.kelvinPerSecond(),
                bath.lagSeconds(),
                bath.noiseKelvin(),
                bath.driftKelvinPerSecond(),
                twin(rig, role.instrument()).baud());
    }

    private static TwinSettings.HeatSwitch heatSwitch(
            RigConfig rig, RigConfig.HeatSwitchRole role, SimulationConfig simulation) {
        Twin board = twin(rig, role.instrument());
        Uncertain closed = rig.platform().closedLinkWattPerKelvin().orElseThrow();
        SimulationConfig.HeatSwitch part = simulation.heatSwitch().orElseThrow();
        return new TwinSettings.HeatSwitch(
                closed.value(),
                closed.relativeSigma(),
                part.openingJoules(),
                part.isStuck() ? STUCK_SECONDS : SHARE_OF_SETTLING * role.settleSeconds(),
                board.bootSeconds(),
                board.baud());
    }

    private static TwinSettings.Heater heater(RigConfig.SampleHeaterRole role, SimulationConfig simulation) {
        return new TwinSettings.Heater(
                role.ohm().value(),
                role.ohm().relativeSigma(),
                simulation.heater().orElseThrow().jitterSeconds());
    }

    private static TwinSettings.Source source(RigConfig rig, RigConfig.ExcitationRole role) {
        return new TwinSettings.Source(twin(rig, role.instrument()).baud());
    }

    /** One box for each instrument of the auxiliary channels, in the order of the roles. */
    private static List<TwinSettings.Gauge> gauges(RigConfig rig, SimulationConfig simulation) {
        Map<String, List<TwinSettings.Gauge.Channel>> byInstrument = new LinkedHashMap<>();
        rig.roles()
                .auxiliary()
                .forEach(role -> byInstrument
                        .computeIfAbsent(role.instrument(), name -> new ArrayList<>())
                        .add(channel(role, simulation)));
        return byInstrument.entrySet().stream()
                .map(box -> new TwinSettings.Gauge(box.getKey(), box.getValue()))
                .toList();
    }

    private static TwinSettings.Gauge.Channel channel(RigConfig.AuxiliaryRole role, SimulationConfig simulation) {
        SimulationConfig.Auxiliary number =
                Optional.ofNullable(simulation.auxiliary().get(role.name())).orElseThrow();
        return new TwinSettings.Gauge.Channel(
                role.name(), role.query(), number.start(), number.perHour() / SECONDS_PER_HOUR, number.noise());
    }

    private static TwinSettings.Coil coil(RigConfig rig, SimulationConfig simulation) {
        RigConfig.Coil coil = rig.coil();
        return new TwinSettings.Coil(
                coil.teslaPerAmpere().value(),
                coil.teslaPerAmpere().relativeSigma(),
                coil.henry(),
                coil.ohm(),
                simulation.coil().fieldLagSeconds());
    }

    private static TwinSettings.Platform platform(RigConfig rig, SimulationConfig simulation) {
        PlatformConfig platform = rig.platform();
        Uncertain link = platform.link().told();
        Uncertain addenda = constant(rig, platform.addenda());
        if (platform.contactWattPerKelvin().isPresent()) {
            throw new UnsimulatedException(
                    "rig " + rig.name()
                            + ": platform.contact, the simulator's thermometer is at the platform's temperature; rehearse without it");
        }
        Uncertain bath = rig.bath()
                .map(RigConfig.Bath::kelvin)
                .orElseGet(() -> new Uncertain(
                        bath(simulation).startKelvin(), bath(simulation).offsetKelvin()));
        return new TwinSettings.Platform(
                bath.value(),
                bath.sigma(),
                link.value(),
                link.relativeSigma(),
                addenda.value(),
                addenda.relativeSigma(),
                platform.internalSeconds(),
                simulation.eddyWattPerRateSquared());
    }

    private static Uncertain constant(RigConfig rig, ThermalLaw law) {
        if (law instanceof ThermalLaw.Constant constant) {
            return constant.value();
        }
        throw new UnsimulatedException("rig " + rig.name() + ": platform.addenda is " + law.words()
                + ", the simulator knows constants only; rehearse with a constant in its place");
    }

    private static TwinSettings.Thermometer thermometer(
            RigConfig rig, SimulationConfig.Thermometer chain, CalibrationCurve curve) {
        RigConfig.SampleThermometer role = rig.roles().sampleThermometer();
        return new TwinSettings.Thermometer(
                curve.pointsOhm(),
                curve.pointsKelvin(),
                role.curveKelvin(),
                role.excitationAmperes().value(),
                role.excitationAmperes().relativeSigma(),
                rig.platform().responseSeconds(),
                chain.noiseVolts(),
                chain.noiseApertureSeconds(),
                role.thermalEmfVolts(),
                chain.emfDriftVoltsPerSecond(),
                chain.pickUpSquareMetres(),
                role.magnetoresistancePerTeslaSquared().value(),
                role.magnetoresistancePerTeslaSquared().sigma(),
                chain.gainSigma(),
                chain.clockSigma());
    }
}
