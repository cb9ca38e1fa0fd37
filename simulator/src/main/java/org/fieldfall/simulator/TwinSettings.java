package org.fieldfall.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pretended rig and its sample as plain numbers in SI units and kelvin. A relative or absolute "spread" is the
 * standard deviation a seed draws the true value with.
 *
 * @param cryostat without it the bath holds still
 * @param heatSwitch without it the platform's link is permanent
 * @param heater driven by the cryostat's second output, so not without a cryostat
 * @param source without it the thermometer's current is fixed
 * @param gauges boxes that answer one question or more with a number
 * @param sharedTrigger whether a start of the supply's program is an edge at the trigger inputs of all meters
 * @param bias without it the coil makes all of the field
 * @param models which model fills a role, by the word of its driver; the usual one where a role is not named
 */
public record TwinSettings(
        Supply supply,
        Coil coil,
        Platform platform,
        Sample sample,
        Thermometer thermometer,
        Optional<Monitor> monitor,
        Optional<Cryostat> cryostat,
        Optional<HeatSwitch> heatSwitch,
        Optional<Heater> heater,
        Optional<Source> source,
        List<Gauge> gauges,
        boolean sharedTrigger,
        Imperfections imperfections,
        Map<String, String> models,
        Optional<BiasMagnet> bias) {

    public TwinSettings {
        models = Map.copyOf(models);
        gauges = List.copyOf(gauges);
        if (heater.isPresent() && cryostat.isEmpty()) {
            throw new IllegalArgumentException(
                    "a heater needs a cryostat whose second output drives it, and there is none");
        }
    }

    /** A rig of the usual models, without what else departs from a perfect lab. */
    public TwinSettings(
            Supply supply,
            Coil coil,
            Platform platform,
            Sample sample,
            Thermometer thermometer,
            Optional<Monitor> monitor,
            Optional<Cryostat> cryostat,
            Optional<HeatSwitch> heatSwitch,
            Optional<Heater> heater,
            Optional<Source> source,
            List<Gauge> gauges,
            boolean sharedTrigger) {
        this(
                supply,
                coil,
                platform,
                sample,
                thermometer,
                monitor,
                cryostat,
                heatSwitch,
                heater,
                source,
                gauges,
                sharedTrigger,
                Imperfections.NONE,
                Map.of(),
                Optional.empty());
    }

    /** The same rig in another lab. */
    public TwinSettings with(Imperfections others) {
        return with(others, models, bias);
    }

    /** The same rig with other models. */
    public TwinSettings with(Map<String, String> others) {
        return with(imperfections, others, bias);
    }

    /** The same rig with a bias magnet around its coil. */
    public TwinSettings with(BiasMagnet magnet) {
        return with(imperfections, models, Optional.of(magnet));
    }

    private TwinSettings with(Imperfections otherLab, Map<String, String> otherModels, Optional<BiasMagnet> otherBias) {
        return new TwinSettings(
                supply,
                coil,
                platform,
                sample,
                thermometer,
                monitor,
                cryostat,
                heatSwitch,
                heater,
                source,
                gauges,
                sharedTrigger,
                otherLab,
                otherModels,
                otherBias);
    }

    /** The word of the driver for which a role's instrument is made. */
    String model(String role, String usual) {
        return models.getOrDefault(role, usual);
    }

    /** A rig of supply and meter alone, each started by the host. */
    public TwinSettings(Supply supply, Coil coil, Platform platform, Sample sample, Thermometer thermometer) {
        this(
                supply,
                coil,
                platform,
                sample,
                thermometer,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false);
    }

    /**
     * The field supply.
     *
     * @param kind which model it pretends to be
     * @param ratedVolts full scale of the voltage, 20 for a BOP 20-20
     * @param ratedAmperes full scale of the current
     * @param loopLagSeconds time constant of the current loop
     * @param baud line speed that the pseudo-terminal is paced to; means nothing to a model at a TCP port
     * @param builtIn whether a Kepco is a BOP-1KW, which leaves a list for the level before it
     */
    public record Supply(
            Kind kind, double ratedVolts, double ratedAmperes, double loopLagSeconds, int baud, boolean builtIn) {

        /** With a BIT 4886 card, if it is a Kepco. */
        public Supply(Kind kind, double ratedVolts, double ratedAmperes, double loopLagSeconds, int baud) {
            this(kind, ratedVolts, ratedAmperes, loopLagSeconds, baud, false);
        }

        /** The models there are. */
        public enum Kind {
            /** Kepco BOP with BIT 4886 card. */
            KEPCO_BOP("kepco-bop"),
            /** CAEN ELS FAST-PS. */
            CAEN_FAST_PS("caen-fast-ps");

            private final String driver;

            Kind(String driver) {
                this.driver = driver;
            }

            /** Whether it gives an edge when its program starts. */
            public boolean hasTriggerOutput() {
                return this == KEPCO_BOP;
            }

            /** The model that a rig file's word for a driver means; empty if nobody pretends it. */
            public static Optional<Kind> behind(String driver) {
                return Arrays.stream(values())
                        .filter(kind -> kind.driver.equals(driver))
                        .findFirst();
            }
        }
    }

    /** Coil: field constant k with its relative spread, inductance, circuit resistance, lag of the field behind the current. */
    public record Coil(
            double teslaPerAmpere, double relativeSpread, double henry, double ohm, double fieldLagSeconds) {}

    /**
     * Calorimeter platform on a permanent weak link.
     *
     * @param bathKelvin the bath's temperature and, where it is controlled, the controller's setpoint at the start
     * @param bathSpreadKelvin how far the link's end is from what the bath's thermometer shows
     * @param linkWattPerKelvin conductance with the heat switch, if there is one, open
     * @param internalSeconds time τ_2 in which sample and platform equalise
     * @param eddyWattPerRateSquared eddy heating is this times (dB/dt)² in (T/s)²
     */
    public record Platform(
            double bathKelvin,
            double bathSpreadKelvin,
            double linkWattPerKelvin,
            double linkRelativeSpread,
            double addendaJoulePerKelvin,
            double addendaRelativeSpread,
            double internalSeconds,
            double eddyWattPerRateSquared) {}

    /**
     * The crystal: giant spin, Debye lattice, and for its two wells τ = τ0 exp(U/T).
     *
     * @param spin S, integer or half-integer
     * @param anisotropyKelvin D/k_B of D Sz², negative for an easy axis
     * @param quarticKelvin B4/k_B of −B4 Sz⁴
     * @param form two wells unless told otherwise
     */
    public record Sample(
            double spin,
            double anisotropyKelvin,
            double quarticKelvin,
            double g,
            double debyeKelvin,
            double debyeUnits,
            double moles,
            double molesRelativeSpread,
            double barrierKelvin,
            double tau0Seconds,
            SampleForm form) {

        /** A sample of two wells. */
        public Sample(
                double spin,
                double anisotropyKelvin,
                double quarticKelvin,
                double g,
                double debyeKelvin,
                double debyeUnits,
                double moles,
                double molesRelativeSpread,
                double barrierKelvin,
                double tau0Seconds) {
            this(
                    spin,
                    anisotropyKelvin,
                    quarticKelvin,
                    g,
                    debyeKelvin,
                    debyeUnits,
                    moles,
                    molesRelativeSpread,
                    barrierKelvin,
                    tau0Seconds,
                    new SampleForm.TwoWells());
        }

        /** The same sample in another form. */
        public Sample as(SampleForm other) {
            return new Sample(
                    spin,
                    anisotropyKelvin,
                    quarticKelvin,
                    g,
                    debyeKelvin,
                    debyeUnits,
                    moles,
                    molesRelativeSpread,
                    barrierKelvin,
                    tau0Seconds,
                    other);
        }
    }

    /**
     * Resistance thermometer with a fixed current or, where there is a source, one that is off at the start, read by a 34465A in DC volts.
     *
     * @param curveOhm resistances of the nominal calibration curve
     * @param curveKelvin temperatures of the same points
     * @param curveSpreadKelvin size of the smooth error of the curve, at 4 K
     * @param responseSeconds time constant of the sensor
     * @param noiseVolts rms noise of a reading of {@code noiseApertureSeconds}; falls with the root of the aperture
     * @param emfSpreadVolts thermal EMF at any time
     * @param emfDriftVoltsPerSecond spread of its slope at any time
     * @param pickupSquareMetres loop area: voltage is area times dB/dt
     * @param magnetoresistancePerTeslaSquared dT/T per T², apparent
     * @param magnetoresistanceSpread of it, in the same unit
     * @param gainRelativeSpread gain error of the meter
     * @param clockRelativeSpread rate error of the meter's clock
     */
    public record Thermometer(
            double[] curveOhm,
            double[] curveKelvin,
            double curveSpreadKelvin,
            double excitationAmperes,
            double excitationRelativeSpread,
            double responseSeconds,
            double noiseVolts,
            double noiseApertureSeconds,
            double emfSpreadVolts,
            double emfDriftVoltsPerSecond,
            double pickupSquareMetres,
            double magnetoresistancePerTeslaSquared,
            double magnetoresistanceSpread,
            double gainRelativeSpread,
            double clockRelativeSpread) {

        /** How fast the EMF must swing to be and to drift as much as it does. */
        double emfRadiansPerSecond() {
            return emfSpreadVolts > 0 ? emfDriftVoltsPerSecond / emfSpreadVolts : 0;
        }
    }

    /**
     * A second 34465A across a shunt that is part of the coil's circuit.
     *
     * @param noiseVolts rms noise of a reading of {@code noiseApertureSeconds}; falls with the root of the aperture
     */
    public record Monitor(
            double shuntOhm,
            double shuntRelativeSpread,
            double noiseVolts,
            double noiseApertureSeconds,
            double gainRelativeSpread,
            double clockRelativeSpread) {}

    /**
     * A bath kept by a Lake Shore 350: input A, output 1.
     *
     * @param lowestKelvin where it cools to without control
     * @param kelvinPerSecond fastest change of the bath
     * @param lagSeconds time constant of the last approach to the setpoint
     * @param noiseKelvin rms wandering of the bath, from one second to the next
     * @param driftKelvinPerSecond drift of the link's end that the bath's thermometer does not show, as a spread
     * @param baud line speed that the pseudo-terminal is paced to
     */
    public record Cryostat(
            double lowestKelvin,
            double highestKelvin,
            double kelvinPerSecond,
            double lagSeconds,
            double noiseKelvin,
            double driftKelvinPerSecond,
            int baud) {}

    /**
     * A switch beside the permanent link, moved by a microcontroller; closed at the start.
     *
     * @param closedWattPerKelvin what it adds to the link while closed
     * @param openingJoule heat that it leaves on the platform when it opens
     * @param movingSeconds from the command to the contact
     * @param bootSeconds wall time for which the board is deaf after its port was opened
     */
    public record HeatSwitch(
            double closedWattPerKelvin,
            double closedRelativeSpread,
            double openingJoule,
            double movingSeconds,
            double bootSeconds,
            int baud) {}

    /**
     * A slow magnet around the coil, on an AMI 430.
     *
     * @param teslaPerAmpere coil constant that the programmer is set to
     * @param relativeSpread of the true one about it
     * @param limitAmperes its current limit
     */
    public record BiasMagnet(double teslaPerAmpere, double relativeSpread, double limitAmperes) {}

    /** A resistor on the platform; {@code jitterSeconds} is the rms delay from the command to the current. */
    public record Heater(double ohm, double ohmRelativeSpread, double jitterSeconds) {}

    /**
     * A Keithley 2400 that excites the thermometer, with the relative error of {@link Thermometer}.
     *
     * @param baud line speed; 0 for a TCP port instead of a serial line
     */
    public record Source(int baud) {}

    /**
     * A box behind a TCP port that answers questions with numbers.
     *
     * @param name part of its identity
     */
    public record Gauge(String name, List<Channel> channels) {

        public Gauge {
            channels = List.copyOf(channels);
        }

        /**
         * A number that starts somewhere and drifts evenly.
         *
         * @param name of the auxiliary channel
         * @param query question that it answers, word for word
         * @param noise rms of a reading
         */
        public record Channel(String name, String query, double start, double perSecond, double noise) {}
    }
}
