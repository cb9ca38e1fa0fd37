package org.fieldfall.app.rig;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.app.config.ProtocolConfig;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.ShotConfig;
import org.fieldfall.app.config.SimulationConfig;
import org.fieldfall.app.model.FieldSupplyOffer;
import org.fieldfall.protocols.analysis.Thermometry;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.PlatformFacts;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.Shot;
import org.fieldfall.protocols.fieldquench.ShotKind;
import org.fieldfall.protocols.fieldquench.ShotSettings;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.MeterCapability;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.fieldfall.protocols.instrument.SupplyCapability;
import org.fieldfall.protocols.sequence.SupplyToSafety.SafeField;
import org.fieldfall.protocols.theory.kinetics.Thermometer;

/** What the protocol needs of the configuration, in its own words. */
public final class ShotOf {

    /** The thermometer's lag is known to this share: it is set up from catalogue numbers. */
    private static final double LAG_SHARE = 0.2;

    /** A field within this much of the safe one is there: the zero error of a supply's readback. */
    private static final double SAFE_TESLA = 0.005;

    private ShotOf() {}

    /** The shots of a protocol in their order. */
    public static List<Shot> shots(ProtocolConfig protocol) {
        return protocol.shots().stream().map(shot -> shot(shot, protocol)).toList();
    }

    private static Shot shot(ShotConfig shot, ProtocolConfig protocol) {
        ShotKind kind = ShotKind.valueOf(shot.kind().name());
        if (shot instanceof ShotConfig.HeaterPulse pulse) {
            return Shot.pulse(settings(pulse.course()), new Shot.Pulse(pulse.watts(), pulse.seconds()));
        }
        if (shot instanceof ShotConfig.ZeroCheck check) {
            return Shot.reversal(
                    settings(protocol.shared()), new Shot.Reversal(check.settleSeconds(), check.readings()));
        }
        return Shot.of(kind, settings(((ShotConfig.FieldShot) shot).course()));
    }

    private static ShotSettings settings(ProtocolConfig.Course course) {
        return new ShotSettings(
                course.initialFieldTesla(),
                course.finalFieldTesla(),
                course.initialKelvin(),
                course.toleranceKelvin(),
                course.rateTeslaPerSecond(),
                course.preparationRateTeslaPerSecond(),
                course.settleSeconds(),
                course.drift().waitAtLeastSeconds(),
                course.drift().withinKelvin(),
                course.drift().giveUpSeconds(),
                course.baselineSeconds(),
                course.relaxSeconds(),
                course.samplingSeconds(),
                new ShotSettings.Equilibrium(
                        course.equilibrium().times(),
                        course.equilibrium().within(),
                        course.equilibrium().budgetSeconds()));
    }

    /**
     * @param kelvin where the shots start
     * @param mostSpeed how much faster than the wall clock the rig clock may run
     */
    public static RigFacts facts(
            RigConfig rig,
            CalibrationCurve curve,
            double kelvin,
            SupplyCapability supply,
            MeterCapability thermometer,
            Optional<SampleHeater.Capability> heater,
            double mostSpeed) {
        PlatformFacts platform = PlatformOf.facts(rig, curve, kelvin);
        return new RigFacts(
                supply,
                thermometer,
                safeField(rig),
                rig.coil().teslaPerAmpere(),
                rig.coil().henry(),
                rig.coil().ohm(),
                rig.settings(rig.roles().fieldSupply().instrument(), FieldSupplyOffer.class)
                        .complianceVolts(),
                bath(rig),
                platform,
                thermometry(rig, curve, platform, kelvin),
                rig.roles().sampleThermometer().apertureSeconds(),
                PlatformOf.coldestKelvin(rig, curve),
                PlatformOf.warmestKelvin(rig, curve),
                mostSpeed,
                rig.roles().fieldMonitor().map(RigConfig.FieldMonitor::apertureSeconds),
                rig.trigger().sharedLine(),
                heater,
                rig.roles()
                        .excitation()
                        .map(role -> rig.roles()
                                .sampleThermometer()
                                .excitationAmperes()
                                .value()),
                rig.roles().heatSwitch().map(role -> heatSwitch(rig, role)),
                new RigFacts.ColdCoil(rig.coil().coldOhm(), rig.coil().sweepLossJoule()),
                OpenRig.biasCapability(rig)
                        .map(can -> new RigFacts.BiasFacts(
                                rig.roles().biasMagnet().orElseThrow().tesla(), can)));
    }

    /** Of a real switch nobody knows what heat its opening leaves. */
    private static RigFacts.HeatSwitchFacts heatSwitch(RigConfig rig, RigConfig.HeatSwitchRole role) {
        return new RigFacts.HeatSwitchFacts(
                role.settleSeconds(),
                simulated(rig).flatMap(SimulationConfig::heatSwitch).map(SimulationConfig.HeatSwitch::openingJoules));
    }

    private static Optional<SimulationConfig> simulated(RigConfig rig) {
        return rig.isSimulated() ? rig.simulation() : Optional.empty();
    }

    /** What the rig file calls safe. */
    static SafeField safeField(RigConfig rig) {
        RigConfig.SafeState safe = rig.safeState();
        return new SafeField(safe.fieldTesla(), safe.rateTeslaPerSecond(), SAFE_TESLA, !safe.outputOn());
    }

    private static RigFacts.BathFacts bath(RigConfig rig) {
        return rig.roles()
                .bath()
                .map(role -> bath(role, simulated(rig).flatMap(SimulationConfig::bath)))
                .orElseGet(() -> RigFacts.BathFacts.fixedAt(
                        rig.bath().orElseThrow().kelvin().value()));
    }

    /** Where a real bath is has to be asked. */
    private static RigFacts.BathFacts bath(RigConfig.BathRole role, Optional<SimulationConfig.Bath> simulated) {
        return new RigFacts.BathFacts(
                Optional.empty(),
                role.toleranceKelvin(),
                role.stableSeconds(),
                simulated.map(SimulationConfig.Bath::startKelvin),
                simulated.map(SimulationConfig.Bath::kelvinPerSecond));
    }

    private static Thermometry thermometry(
            RigConfig rig, CalibrationCurve curve, PlatformFacts platform, double kelvin) {
        RigConfig.SampleThermometer role = rig.roles().sampleThermometer();
        double amperes = role.excitationAmperes().value();
        return new Thermometry(
                platformKelvin(curve, amperes, platform.thermometer()),
                role.curveKelvin(),
                role.thermalEmfVolts(),
                role.excitationAmperes().relativeSigma(),
                lag(rig),
                contactShare(platform, kelvin),
                amperes,
                role.magnetoresistancePerTeslaSquared());
    }

    /** The platform's temperature: what the element shows less what its own heat keeps it warmer by. */
    private static DoubleUnaryOperator platformKelvin(CalibrationCurve curve, double amperes, Thermometer thermometer) {
        double offset = thermometer.offsetKelvin();
        return volts -> curve.kelvin(volts / amperes) - offset;
    }

    /**
     * The contact's conductance from the time in which crystal and platform equalise: addenda over that time, the small
     * share that the crystal's own heat capacity has in it being within the uncertainty.
     */
    private static Uncertain contactShare(PlatformFacts platform, double kelvin) {
        double share = platform.link().wattPerKelvin(kelvin)
                * platform.internalSeconds()
                / platform.addenda().heatCapacity(kelvin);
        return new Uncertain(share, LAG_SHARE * share);
    }

    private static Uncertain lag(RigConfig rig) {
        double seconds = rig.platform().internalSeconds() + rig.platform().responseSeconds();
        return new Uncertain(seconds, LAG_SHARE * seconds);
    }
}
