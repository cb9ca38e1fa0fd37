package org.fieldfall.protocols.fieldquench;

import java.util.Optional;
import org.fieldfall.protocols.analysis.Thermometry;
import org.fieldfall.protocols.analysis.Uncertain;
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
        Optional<Double> excitationAmperes) {

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
     */
    public record BathFacts(Optional<Double> fixedKelvin, double toleranceKelvin, double stableSeconds) {

        public static BathFacts fixedAt(double kelvin) {
            return new BathFacts(Optional.of(kelvin), 0, 0);
        }
    }
}
