package org.fieldfall.app.config;

import java.util.Map;
import java.util.Optional;

/**
 * What the twin adds that no rig file can know, in SI units; each seed draws its own values. An optional part is there
 * where a simulated rig has the role it belongs to.
 *
 * @param auxiliary by the name of the channel
 * @param crystal the form of the sample
 */
public record SimulationConfig(
        Supply supply,
        Coil coil,
        double eddyWattPerRateSquared,
        Thermometer thermometer,
        Optional<Monitor> monitor,
        Optional<Bath> bath,
        Optional<HeatSwitch> heatSwitch,
        Optional<Heater> heater,
        Map<String, Auxiliary> auxiliary,
        Vibration vibration,
        CrystalConfig crystal,
        Optional<BiasMagnet> biasMagnet) {

    public SimulationConfig {
        auxiliary = Map.copyOf(auxiliary);
    }

    /**
     * @param loopLagSeconds time constant of the current loop
     * @param regulationSigma standard deviation of the relative error of the current
     * @param isBuiltIn whether it is a BOP-1KW instead of one with a BIT 4886 card
     * @param rippleAmperes amplitude of the current at {@code rippleHertz}
     */
    public record Supply(
            double ratedVolts,
            double ratedAmperes,
            double loopLagSeconds,
            boolean isBuiltIn,
            double regulationSigma,
            double rippleAmperes,
            double rippleHertz) {}

    /**
     * @param fieldLagSeconds of the field behind the current
     * @param bathKelvinPerJoule what the heat of the coil does to the bath
     */
    public record Coil(double fieldLagSeconds, double bathKelvinPerJoule) {}

    /**
     * What the beginning of a fast sweep does to the platform.
     *
     * @param joule heat
     * @param volts of the thermometer's leads that ring in the field, at first
     * @param decaySeconds in which the ringing falls to 1/e
     */
    public record Vibration(double joule, double volts, double hertz, double decaySeconds) {}

    /**
     * @param noiseVolts rms of one reading of {@code noiseApertureSeconds}
     * @param pickUpSquareMetres voltage over dB/dt
     * @param gainSigma standard deviation of the relative gain error of the meter
     * @param clockSigma standard deviation of the relative rate error of its clock
     * @param humVolts amplitude at {@code mainsHertz}
     * @param resolutionVolts step of its converter
     */
    public record Thermometer(
            double noiseVolts,
            double noiseApertureSeconds,
            double emfDriftVoltsPerSecond,
            double pickUpSquareMetres,
            double gainSigma,
            double clockSigma,
            double humVolts,
            double mainsHertz,
            double resolutionVolts) {}

    /** @param noiseVolts rms of one reading of the field monitor */
    public record Monitor(double noiseVolts) {}

    /**
     * A controlled bath.
     *
     * @param startKelvin where it is at first
     * @param kelvin where it can go
     * @param kelvinPerSecond fastest change
     * @param lagSeconds of the last approach to a setpoint
     * @param offsetKelvin spread of the link's end about what the bath's thermometer shows
     * @param noiseKelvin rms of the bath's temperature
     * @param driftKelvinPerSecond spread of the drift of the link's end that the bath's thermometer does not show
     */
    public record Bath(
            double startKelvin,
            Range kelvin,
            double kelvinPerSecond,
            double lagSeconds,
            double offsetKelvin,
            double noiseKelvin,
            double driftKelvinPerSecond) {}

    /**
     * @param openingJoules left in the sample each time the switch opens
     * @param closingJoules likewise, each time it closes
     * @param isStuck stays closed whatever it is told: a fault to rehearse with
     */
    public record HeatSwitch(double openingJoules, double closingJoules, boolean isStuck) {}

    /**
     * A bias magnet.
     *
     * @param constantSigma spread of the true coil constant about what its programmer is set to
     * @param limitAmperes that the programmer is set to
     */
    public record BiasMagnet(double constantSigma, double limitAmperes) {}

    /** @param jitterSeconds standard deviation of when a command takes effect */
    public record Heater(double jitterSeconds) {}

    /**
     * The number that an auxiliary channel's instrument answers, in the channel's unit.
     *
     * @param perHour even drift
     * @param noise rms of a reading
     */
    public record Auxiliary(double start, double perHour, double noise) {}
}
