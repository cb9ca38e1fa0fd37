package org.fieldfall.simulator.world;

/** A small coil on a fast supply, a milligram crystal on a chip, for tests of one part at a time. */
public final class Worlds {

    static final Coil COIL = new Coil(0.05, 0.15, 0.1, 0.5e-3);
    static final double MOLES = 1.942e-6;

    private Worlds() {}

    public static World world() {
        Platform platform = new Platform(4, 0.14e-6, 1e-6);
        return new World(
                COIL,
                new Supply(COIL, 0.8e-3),
                crystal(61.5, 2.1e-7),
                Surroundings.still(platform),
                0.01,
                1e-9,
                sensor(0.2e-6));
    }

    /** With a bath that is controlled, a switch and a heater; no noise, no jitter. */
    public static World wholeWorld() {
        return wholeWorld(0, 0);
    }

    static World wholeWorld(double noiseKelvin, double jitterSeconds) {
        Dice dice = new Dice(9);
        Bath bath = new Bath(new Bath.Manner(1.8, 20, 0.02, 10, noiseKelvin, 0), dice, 0, 4);
        Surroundings surroundings = new Surroundings(
                bath, 0.14e-6, 1e-6, new HeatSwitch(1e-3, 1e-6, 0.3), new Heater(10_000, jitterSeconds, dice));
        return new World(
                COIL, new Supply(COIL, 0.8e-3), crystal(61.5, 2.1e-7), surroundings, 0.01, 1e-9, sensor(0.2e-6));
    }

    public static double heaterWatts(World world) {
        return world.surroundings().heater().watt();
    }

    /** Energy of crystal and platform. */
    static double stored(World world) {
        return world.calorimeter().storedJoule();
    }

    static Crystal crystal(double barrierKelvin, double tau0Seconds) {
        double anisotropy = -0.5 * 1.438776877;
        return new Crystal(new Crystal.Spin(10, anisotropy, 0, 2.05, barrierKelvin, tau0Seconds), 38, 1, MOLES);
    }

    /** A resistance that falls as 14 kΩ K / T, under 0.45 uA. */
    static Sensor sensor(double pickupSquareMetres) {
        SensorCurve curve = new SensorCurve(new double[] {14_000, 3_500, 700}, new double[] {1, 4, 20}, 0, 0);
        return new Sensor(curve, new Sensor.Excitation(0.45e-6, 0, 0, 0, pickupSquareMetres), 1.5e-3, 0, 4);
    }
}
