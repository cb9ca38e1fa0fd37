package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.instrument.Figure;

/**
 * Heat that reaches platform and helium beside what the experiment is about. Temperatures are what the heat alone would make.
 *
 * @param eddyWatt in the ramp
 * @param eddyKelvin by {@code eddyJoule} at Ti, wells blocked, no link
 * @param selfHeatingWatt of the thermometer
 * @param selfHeatingKelvin by which it keeps the resting platform above the bath
 * @param elementKelvin by which it keeps the thermometer's element above the platform
 * @param pulseKelvin largest warming by a heater pulse, the link counted; empty without one
 */
public record HeatLoads(
        double eddyWatt,
        double eddyJoule,
        double eddyKelvin,
        double selfHeatingWatt,
        double selfHeatingKelvin,
        double elementKelvin,
        Optional<Double> pulseKelvin,
        CoilHeat coil) {

    /** Less is within the uncertainty of any calibration. */
    private static final double SMALL_KELVIN = 0.01;

    /** A shot that boils more litres than this is worth a thought. */
    private static final double MUCH_HELIUM = 0.1;

    static HeatLoads none() {
        double none = Double.NaN;
        return new HeatLoads(none, none, none, none, none, none, Optional.empty(), CoilHeat.none());
    }

    static HeatLoads of(Shot whole, Crystal crystal, RigFacts rig, SupplyDemand supply, Timetable timetable) {
        ShotSettings shot = whole.performed();
        PlatformFacts platform = rig.platform();
        double link = platform.link().wattPerKelvin(shot.initialKelvin());
        double linkSeconds = platform.linkSeconds(crystal, shot.initialTesla(), shot.initialKelvin());
        double rate = supply.reachedTeslaPerSecond();
        double eddyWatt = platform.eddyWattPerTeslaPerSecondSquared().value() * rate * rate;
        double eddyJoule = eddyWatt * supply.rampSeconds();
        double self = platform.thermometer().selfHeatingWatt();
        return new HeatLoads(
                eddyWatt,
                eddyJoule,
                eddyJoule / (linkSeconds * link),
                self,
                self / link,
                platform.thermometer().offsetKelvin(),
                whole.pulse().map(pulse -> -Math.expm1(-pulse.seconds() / linkSeconds) * pulse.watts() / link),
                CoilHeat.of(rig.onCoil(shot), rig, timetable, supply.rampSeconds()));
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (eddyKelvin > SMALL_KELVIN) {
            warnings.add(Figure.text(
                    "eddy heating: %.2g J in the ramp warm the crystal by %.1f mK", eddyJoule, 1000 * eddyKelvin));
        }
        if (selfHeatingKelvin + elementKelvin > SMALL_KELVIN) {
            warnings.add(Figure.text(
                    "self-heating: %.2g W of the thermometer keep the platform %.1f mK above the bath and the element"
                            + " %.1f mK above the platform",
                    selfHeatingWatt, 1000 * selfHeatingKelvin, 1000 * elementKelvin));
        }
        coil.heliumLitres()
                .filter(litres -> litres > MUCH_HELIUM)
                .ifPresent(
                        litres -> warnings.add(Figure.text("helium: the coil boils off %.2g l in this shot", litres)));
        if (coil.heliumLitres().isEmpty() && coil.heliumLitresAtMost() > MUCH_HELIUM) {
            warnings.add(Figure.text(
                    "helium: the coil's circuit sets %.0f J free; if all of its resistance is in liquid helium, that boils"
                            + " off %.2g l (coil.cold-R in the rig file says what is)",
                    coil.circuitJoule(), coil.heliumLitresAtMost()));
        }
        return warnings;
    }
}
