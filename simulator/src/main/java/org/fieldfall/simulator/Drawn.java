package org.fieldfall.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fieldfall.simulator.world.Dice;

/**
 * The systematics of one lab: what a seed draws around the settings, in SI units and kelvin. Each draw has its own place,
 * so that an instrument more changes no other number; what belongs to an instrument that is not there is meaningless.
 */
record Drawn(
        double coilTeslaPerAmpere,
        double bathKelvin,
        double linkWattPerKelvin,
        double addendaJoulePerKelvin,
        double sampleMoles,
        double curveCosineKelvin,
        double curveSineKelvin,
        double excitationAmperes,
        double emfVolts,
        double emfVoltsPerSecond,
        double meterGain,
        double meterClock,
        double shuntOhm,
        double monitorGain,
        double monitorClock,
        double bathDriftKelvinPerSecond,
        double closedWattPerKelvin,
        double heaterOhm,
        double magnetoresistancePerTeslaSquared,
        double supplyRatio,
        double ripplePhase,
        double humPhase,
        double biasTeslaPerAmpere) {

    private static final int STREAM = 1;
    private static final TwinSettings.Monitor NO_MONITOR = new TwinSettings.Monitor(0, 0, 0, 1, 0, 0);
    private static final TwinSettings.HeatSwitch NO_SWITCH = new TwinSettings.HeatSwitch(0, 0, 0, 0, 0, 0);
    private static final TwinSettings.Heater NO_HEATER = new TwinSettings.Heater(0, 0, 0);

    private static final TwinSettings.BiasMagnet NO_BIAS = new TwinSettings.BiasMagnet(0, 0, 0);

    static Drawn from(TwinSettings settings, Dice dice) {
        TwinSettings.Platform platform = settings.platform();
        TwinSettings.Thermometer thermometer = settings.thermometer();
        TwinSettings.Coil coil = settings.coil();
        TwinSettings.Sample sample = settings.sample();
        TwinSettings.Monitor monitor = settings.monitor().orElse(NO_MONITOR);
        TwinSettings.HeatSwitch heatSwitch = settings.heatSwitch().orElse(NO_SWITCH);
        TwinSettings.Heater heater = settings.heater().orElse(NO_HEATER);
        TwinSettings.BiasMagnet bias = settings.bias().orElse(NO_BIAS);
        return new Drawn(
                coil.teslaPerAmpere() * (1 + coil.relativeSpread() * dice.normal(STREAM, 0)),
                platform.bathKelvin() + platform.bathSpreadKelvin() * dice.normal(STREAM, 1),
                platform.linkWattPerKelvin() * (1 + platform.linkRelativeSpread() * dice.normal(STREAM, 2)),
                platform.addendaJoulePerKelvin() * (1 + platform.addendaRelativeSpread() * dice.normal(STREAM, 3)),
                sample.moles() * (1 + sample.molesRelativeSpread() * dice.normal(STREAM, 4)),
                thermometer.curveSpreadKelvin() * dice.normal(STREAM, 5),
                thermometer.curveSpreadKelvin() * dice.normal(STREAM, 6),
                thermometer.excitationAmperes() * (1 + thermometer.excitationRelativeSpread() * dice.normal(STREAM, 7)),
                thermometer.emfSpreadVolts() * dice.normal(STREAM, 8),
                thermometer.emfDriftVoltsPerSecond() * dice.normal(STREAM, 9),
                1 + thermometer.gainRelativeSpread() * dice.normal(STREAM, 10),
                1 + thermometer.clockRelativeSpread() * dice.normal(STREAM, 11),
                monitor.shuntOhm() * (1 + monitor.shuntRelativeSpread() * dice.normal(STREAM, 12)),
                1 + monitor.gainRelativeSpread() * dice.normal(STREAM, 13),
                1 + monitor.clockRelativeSpread() * dice.normal(STREAM, 14),
                settings.cryostat()
                                .map(TwinSettings.Cryostat::driftKelvinPerSecond)
                                .orElse(0.0)
                        * dice.normal(STREAM, 15),
                heatSwitch.closedWattPerKelvin() * (1 + heatSwitch.closedRelativeSpread() * dice.normal(STREAM, 16)),
                heater.ohm() * (1 + heater.ohmRelativeSpread() * dice.normal(STREAM, 17)),
                thermometer.magnetoresistancePerTeslaSquared()
                        + thermometer.magnetoresistanceSpread() * dice.normal(STREAM, 18),
                1 + settings.imperfections().regulationSpread() * dice.normal(STREAM, 19),
                Math.PI * dice.normal(STREAM, 20),
                Math.PI * dice.normal(STREAM, 21),
                bias.teslaPerAmpere() * (1 + bias.relativeSpread() * dice.normal(STREAM, 22)));
    }

    /** All that belongs to the instruments there are, by name with unit. */
    Map<String, Double> asMap(TwinSettings settings) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("coil_constant_t_per_a", coilTeslaPerAmpere);
        values.put("bath_k", bathKelvin);
        values.put("link_w_per_k", linkWattPerKelvin);
        values.put("addenda_j_per_k", addendaJoulePerKelvin);
        values.put("sample_mol", sampleMoles);
        values.put("curve_error_cosine_k", curveCosineKelvin);
        values.put("curve_error_sine_k", curveSineKelvin);
        values.put("excitation_a", excitationAmperes);
        values.put("emf_v", emfVolts);
        values.put("emf_drift_v_per_s", emfVoltsPerSecond);
        values.put("magnetoresistance_per_t2", magnetoresistancePerTeslaSquared);
        values.put("meter_gain_ratio", meterGain);
        values.put("meter_clock_ratio", meterClock);
        if (settings.imperfections().regulationSpread() > 0) {
            values.put("supply_ratio", supplyRatio);
        }
        settings.monitor().ifPresent(monitor -> {
            values.put("shunt_ohm", shuntOhm);
            values.put("monitor_gain_ratio", monitorGain);
            values.put("monitor_clock_ratio", monitorClock);
        });
        settings.cryostat().ifPresent(cryostat -> values.put("bath_drift_k_per_s", bathDriftKelvinPerSecond));
        settings.heatSwitch().ifPresent(heatSwitch -> values.put("closed_link_w_per_k", closedWattPerKelvin));
        settings.bias().ifPresent(bias -> values.put("bias_constant_t_per_a", biasTeslaPerAmpere));
        settings.heater().ifPresent(heater -> values.put("heater_ohm", heaterOhm));
        return Collections.unmodifiableMap(values);
    }
}
