package org.fieldfall.protocols.fieldquench;

import java.util.Optional;
import org.fieldfall.protocols.analysis.Thermometry;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.instrument.BiasMagnet;
import org.fieldfall.protocols.instrument.MeterCapability;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.fieldfall.protocols.instrument.SupplyCapability;
import org.fieldfall.protocols.sequence.SupplyToSafety.SafeField;

/**
 * What a rig file says that a shot must respect or a prediction needs. SI units.
 *
 * @param teslaPerAmpere coil constant
 * @param ohm resistance of the whole circuit
 * @param complianceVolts voltage limit of the supply in current mode
 * @param platform what the crystal sits on
 * @param thermometry how raw readings become kelvin and how well
 * @param lowestKelvin lowest temperature that rig and calibration allow
 * @param highestKelvin highest likewise
 * @param mostSpeed how much faster than the wall clock the rig clock may run while the thermometer fills its memory
 * @param monitorApertureSeconds how long a reading of the field monitor integrates; empty without a monitor
 * @param isTriggerShared one line starts the supply's program and the field monitor
 * @param heater what the sample heater can do; empty without one
 * @param excitationAmperes level of an excitation source that can be reversed; empty without one
 * @param heatSwitch that links crystal and bath; empty where the link is permanent
 * @param bias constant field along the coil's; empty where there is none
 */
public record RigFacts(
        SupplyCapability supply,
        MeterCapability thermometer,
        SafeField safe,
        Uncertain teslaPerAmpere,
        double henry,
        double ohm,
        double complianceVolts,
        BathFacts bath,
        PlatformFacts platform,
        Thermometry thermometry,
        double apertureSeconds,
        double lowestKelvin,
        double highestKelvin,
        double mostSpeed,
        Optional<Double> monitorApertureSeconds,
        boolean isTriggerShared,
        Optional<SampleHeater.Capability> heater,
        Optional<Double> excitationAmperes,
        Optional<HeatSwitchFacts> heatSwitch,
        ColdCoil coldCoil,
        Optional<BiasFacts> bias) {

    /** With a permanent link and a coil of which is not known what is cold. */
    public RigFacts(
            SupplyCapability supply,
            MeterCapability thermometer,
            SafeField safe,
            Uncertain teslaPerAmpere,
            double henry,
            double ohm,
            double complianceVolts,
            BathFacts bath,
            PlatformFacts platform,
            Thermometry thermometry,
            double apertureSeconds,
            double lowestKelvin,
            double highestKelvin,
            double mostSpeed,
            Optional<Double> monitorApertureSeconds,
            boolean isTriggerShared,
            Optional<SampleHeater.Capability> heater,
            Optional<Double> excitationAmperes) {
        this(
                supply,
                thermometer,
                safe,
                teslaPerAmpere,
                henry,
                ohm,
                complianceVolts,
                bath,
                platform,
                thermometry,
                apertureSeconds,
                lowestKelvin,
                highestKelvin,
                mostSpeed,
                monitorApertureSeconds,
                isTriggerShared,
                heater,
                excitationAmperes,
                Optional.empty(),
                ColdCoil.unknown(),
                Optional.empty());
    }

    /** The same with a bath that a shot before has left at a temperature. */
    public RigFacts withBathFrom(double kelvin) {
        return new RigFacts(
                supply,
                thermometer,
                safe,
                teslaPerAmpere,
                henry,
                ohm,
                complianceVolts,
                bath.from(kelvin),
                platform,
                thermometry,
                apertureSeconds,
                lowestKelvin,
                highestKelvin,
                mostSpeed,
                monitorApertureSeconds,
                isTriggerShared,
                heater,
                excitationAmperes,
                heatSwitch,
                coldCoil,
                bias);
    }

    /** The same inside a bias magnet. */
    public RigFacts withBias(BiasFacts magnet) {
        return new RigFacts(
                supply,
                thermometer,
                safe,
                teslaPerAmpere,
                henry,
                ohm,
                complianceVolts,
                bath,
                platform,
                thermometry,
                apertureSeconds,
                lowestKelvin,
                highestKelvin,
                mostSpeed,
                monitorApertureSeconds,
                isTriggerShared,
                heater,
                excitationAmperes,
                heatSwitch,
                coldCoil,
                Optional.of(magnet));
    }

    /** What the coil does not make of the field at the crystal. */
    public double biasTesla() {
        return bias.map(BiasFacts::tesla).orElse(0.0);
    }

    /** A shot as coil and supply have to perform it: with the fields that the bias leaves to them. */
    ShotSettings onCoil(ShotSettings atCrystal) {
        return bias.isEmpty()
                ? atCrystal
                : atCrystal.between(atCrystal.initialTesla() - biasTesla(), atCrystal.finalTesla() - biasTesla());
    }

    /** The field at the crystal while the coil rests. */
    public double restTesla() {
        return safe.tesla() + biasTesla();
    }

    /** Coil and supply as one circuit. */
    CoilCircuit circuit() {
        return new CoilCircuit(teslaPerAmpere.value(), henry, ohm, complianceVolts);
    }

    /**
     * The bath.
     *
     * @param fixedKelvin its temperature when nothing controls it
     * @param toleranceKelvin a controlled bath within this much of its setpoint counts as there
     * @param stableSeconds after this long within the tolerance
     * @param start where it comes from; empty where that is not known without asking it
     * @param kelvinPerSecond at most; empty where not known
     */
    public record BathFacts(
            Optional<Double> fixedKelvin,
            double toleranceKelvin,
            double stableSeconds,
            Optional<Double> start,
            Optional<Double> kelvinPerSecond) {

        /** One whose way to a setpoint is not known. */
        public BathFacts(Optional<Double> fixedKelvin, double toleranceKelvin, double stableSeconds) {
            this(fixedKelvin, toleranceKelvin, stableSeconds, Optional.empty(), Optional.empty());
        }

        BathFacts from(double kelvin) {
            return new BathFacts(fixedKelvin, toleranceKelvin, stableSeconds, Optional.of(kelvin), kelvinPerSecond);
        }

        /** On its way to a temperature; empty where not known. */
        Optional<Double> travelSeconds(double kelvin) {
            if (fixedKelvin.isPresent()) {
                return Optional.of(0.0);
            }
            return start.flatMap(from -> {
                double distance = Math.abs(kelvin - from);
                return distance <= toleranceKelvin ? Optional.of(0.0) : kelvinPerSecond.map(rate -> distance / rate);
            });
        }

        public static BathFacts fixedAt(double kelvin) {
            return new BathFacts(Optional.of(kelvin), 0, 0);
        }
    }

    /**
     * A heat switch.
     *
     * @param settleSeconds after which it has moved
     * @param openingJoule heat that opening leaves on the platform; empty where not known
     */
    public record HeatSwitchFacts(double settleSeconds, Optional<Double> openingJoule) {}

    /**
     * A bias magnet's constant field, set before a shot and zero on the way to safety. How well it is known is not followed:
     * of a small part of the field that is little beside the coil constant.
     *
     * @param tesla along the coil's field
     */
    public record BiasFacts(double tesla, BiasMagnet.Capability can) {

        /** How far the measured field may be from {@code tesla}: 0.1 % of it and ten steps of what is sent. */
        double toleranceTesla() {
            return 0.001 * Math.abs(tesla) + 10 * can.smallestStepTesla();
        }
    }

    /**
     * What of the coil's losses liquid helium takes up.
     *
     * @param ohm part of the circuit's resistance that is in it, zero of a superconducting coil; empty where not known
     * @param sweepLossJoule set free by one sweep, as AC loss
     */
    public record ColdCoil(Optional<Double> ohm, double sweepLossJoule) {

        public static ColdCoil unknown() {
            return new ColdCoil(Optional.empty(), 0);
        }
    }
}
