package org.fieldfall.simulator;

import org.fieldfall.simulator.world.Bath;
import org.fieldfall.simulator.world.Coil;
import org.fieldfall.simulator.world.ColdCoil;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.HeatSwitch;
import org.fieldfall.simulator.world.Heater;
import org.fieldfall.simulator.world.Platform;
import org.fieldfall.simulator.world.Sensor;
import org.fieldfall.simulator.world.SensorCurve;
import org.fieldfall.simulator.world.SlowMagnet;
import org.fieldfall.simulator.world.Supply;
import org.fieldfall.simulator.world.Surroundings;
import org.fieldfall.simulator.world.Wave;
import org.fieldfall.simulator.world.World;

/** The world that the settings ask for, with the systematics that were drawn. */
final class WorldOf {

    private WorldOf() {}

    static World settings(TwinSettings settings, Drawn drawn, Dice dice) {
        Coil coil = coil(settings.coil(), drawn);
        Supply supply = new Supply(coil, settings.supply().loopLagSeconds());
        supply.regulation(drawn.supplyRatio());
        World world = new World(
                coil,
                supply,
                SpecimenOf.settings(settings.sample(), drawn.sampleMoles()),
                surroundings(settings, drawn, dice),
                settings.platform().internalSeconds(),
                settings.platform().eddyWattPerRateSquared(),
                sensor(settings, drawn));
        Imperfections imperfections = settings.imperfections();
        Imperfections.Dissipation heat = imperfections.dissipation();
        world.shake(imperfections.vibration().kick());
        world.dissipate(new ColdCoil(heat.coldOhm(), heat.joulePerTesla(), heat.bathKelvinPerJoule()));
        world.ripple(ripple(imperfections, drawn));
        settings.bias().ifPresent(bias -> world.surround(new SlowMagnet(drawn.biasTeslaPerAmpere())));
        return world;
    }

    /** Of the supply's current. */
    static Wave ripple(Imperfections imperfections, Drawn drawn) {
        return new Wave(imperfections.rippleAmperes(), imperfections.rippleHertz(), drawn.ripplePhase());
    }

    private static Coil coil(TwinSettings.Coil coil, Drawn drawn) {
        return new Coil(coil.henry(), coil.ohm(), drawn.coilTeslaPerAmpere(), coil.fieldLagSeconds());
    }

    private static Surroundings surroundings(TwinSettings settings, Drawn drawn, Dice dice) {
        Surroundings still = Surroundings.still(
                new Platform(drawn.bathKelvin(), drawn.linkWattPerKelvin(), drawn.addendaJoulePerKelvin()));
        return new Surroundings(
                settings.cryostat()
                        .map(cryostat -> bath(cryostat, settings.platform().bathKelvin(), drawn, dice))
                        .orElse(still.bath()),
                settings.imperfections().linkShape().of(drawn.linkWattPerKelvin()),
                still.addendaJoulePerKelvin(),
                settings.heatSwitch()
                        .map(part -> new HeatSwitch(
                                drawn.closedWattPerKelvin(),
                                part.openingJoule(),
                                settings.imperfections().closingJoule(),
                                part.movingSeconds()))
                        .orElse(still.heatSwitch()),
                settings.heater()
                        .map(part -> new Heater(drawn.heaterOhm(), part.jitterSeconds(), dice))
                        .orElse(still.heater()));
    }

    /** The drawn temperature is that of the link's end while the bath's thermometer shows the setpoint. */
    private static Bath bath(TwinSettings.Cryostat cryostat, double setpointKelvin, Drawn drawn, Dice dice) {
        Bath.Manner manner = new Bath.Manner(
                cryostat.lowestKelvin(),
                cryostat.highestKelvin(),
                cryostat.kelvinPerSecond(),
                cryostat.lagSeconds(),
                cryostat.noiseKelvin(),
                drawn.bathDriftKelvinPerSecond());
        return new Bath(manner, dice, drawn.bathKelvin() - setpointKelvin, setpointKelvin);
    }

    private static Sensor sensor(TwinSettings settings, Drawn drawn) {
        TwinSettings.Thermometer thermometer = settings.thermometer();
        SensorCurve curve = new SensorCurve(
                thermometer.curveOhm(), thermometer.curveKelvin(), drawn.curveCosineKelvin(), drawn.curveSineKelvin());
        Sensor.Excitation excitation = new Sensor.Excitation(
                settings.source().isPresent() ? 0 : drawn.excitationAmperes(),
                drawn.emfVolts(),
                drawn.emfVoltsPerSecond(),
                thermometer.emfRadiansPerSecond(),
                thermometer.pickupSquareMetres());
        return new Sensor(
                curve,
                excitation,
                thermometer.responseSeconds(),
                drawn.magnetoresistancePerTeslaSquared(),
                drawn.bathKelvin());
    }
}
