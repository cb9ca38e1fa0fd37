package org.fieldfall.simulator.world;

/**
 * What the link leads to, kept by a controller: approaches its setpoint at a limited rate, wanders about it, and drifts
 * away from what its own thermometer shows. Kelvin and seconds. Not for sharing between threads.
 */
public final class Bath {

    private static final int NOISE_STREAM = 3001;
    private static final double SETTLED_KELVIN = 1e-7;

    /** Gap that a controller with a frozen thermometer takes for none. */
    private static final double BLIND_KELVIN = 0.01;

    /** Of the helium around the coil, roughly: what a magnet quench of a few joules does to a small bath. */
    private static final double KELVIN_PER_JOULE = 0.2;

    private final Manner manner;
    private final Dice dice;
    private final double offsetKelvin;
    private double heldKelvin;
    private double setpointKelvin;
    private double workingKelvin;
    private double rampKelvinPerSecond = Double.POSITIVE_INFINITY;
    private boolean regulated = true;
    private boolean runaway;
    private boolean sensorOpen;
    private boolean sensorFrozen;
    private double shownKelvin;
    private long wanderSecond = -1;
    private double wanderFrom;
    private double wanderTo;

    /**
     * @param offsetKelvin what the link's end is above what the bath's thermometer shows, at the start
     * @param kelvin what that thermometer shows at the start, and the first setpoint
     */
    public Bath(Manner manner, Dice dice, double offsetKelvin, double kelvin) {
        this.manner = manner;
        this.dice = dice;
        this.offsetKelvin = offsetKelvin;
        this.heldKelvin = kelvin;
        this.setpointKelvin = kelvin;
        this.workingKelvin = kelvin;
        this.shownKelvin = kelvin + wanderKelvin(0);
    }

    /**
     * How a bath behaves.
     *
     * @param kelvinPerSecond fastest change
     * @param lagSeconds time constant of the last approach
     * @param noiseKelvin rms of its wandering at whole seconds; between them it goes evenly
     * @param driftKelvinPerSecond of the link's end, unseen by the bath's thermometer
     */
    public record Manner(
            double lowestKelvin,
            double highestKelvin,
            double kelvinPerSecond,
            double lagSeconds,
            double noiseKelvin,
            double driftKelvinPerSecond) {

        public Manner {
            if (!(lowestKelvin > 0) || !(highestKelvin >= lowestKelvin) || !(lagSeconds > 0)) {
                throw new IllegalArgumentException("a bath needs a range above 0 K and a lag above 0 s, not "
                        + lowestKelvin + " to " + highestKelvin + " K, " + lagSeconds + " s");
            }
        }
    }

    /** A bath that nobody controls and that holds still. */
    static Bath still(double kelvin) {
        return new Bath(new Manner(kelvin, kelvin, 0, 1, 0, 0), new Dice(0), 0, kelvin);
    }

    public void setpoint(double kelvin) {
        setpointKelvin = kelvin;
    }

    /** How fast the working setpoint follows the setpoint; infinite for at once. */
    public void ramp(double kelvinPerSecond) {
        rampKelvinPerSecond = kelvinPerSecond;
    }

    /** Without its controller the bath cools as far as it can. */
    public void regulate(boolean isOn) {
        regulated = isOn;
    }

    /** The heater is stuck at full power. */
    public void runAway(boolean isRunningAway) {
        runaway = isRunningAway;
    }

    /** A lead of the bath's thermometer is broken: the controller switches its heater off. */
    public void openSensor(boolean isOpen) {
        sensorOpen = isOpen;
    }

    public boolean isSensorOpen() {
        return sensorOpen;
    }

    /** The bath's thermometer shows what it showed, whatever the bath does. */
    public void freezeSensor(boolean isFrozen) {
        sensorFrozen = isFrozen;
    }

    /** Heat from the coil; nothing to a bath that holds still. */
    void heat(double joule) {
        if (joule > 0 && manner.kelvinPerSecond > 0) {
            heldKelvin = Math.min(manner.highestKelvin, heldKelvin + KELVIN_PER_JOULE * joule);
        }
    }

    /** Heat of the coil that the helium does not carry away; nothing to a bath that holds still. */
    void warm(double kelvin) {
        if (kelvin > 0 && manner.kelvinPerSecond > 0) {
            heldKelvin = Math.min(manner.highestKelvin, heldKelvin + kelvin);
        }
    }

    /** Where the setpoint is on its ramp. */
    public double workingKelvin() {
        return workingKelvin;
    }

    public boolean isRamping() {
        return workingKelvin != setpointKelvin;
    }

    /** What the bath's thermometer shows. */
    public double shownKelvin() {
        return shownKelvin;
    }

    /** How much heat the controller has to give to hold the bath where it is, as a share of what holds it at the top. */
    public double effort() {
        double span = manner.highestKelvin - manner.lowestKelvin;
        double pull = (workingKelvin - heldKelvin) / manner.lagSeconds * 60;
        return regulated && span > 0 ? Math.max(0, Math.min(1, (heldKelvin - manner.lowestKelvin + pull) / span)) : 0;
    }

    double startKelvin() {
        return linkKelvin(0);
    }

    /** Moves on and answers the mean temperature of the link's end on the way. */
    double step(double fromSeconds, double toSeconds) {
        double before = linkKelvin(fromSeconds);
        double seconds = toSeconds - fromSeconds;
        workingKelvin += limited(setpointKelvin - workingKelvin, rampKelvinPerSecond * seconds);
        approach(Math.max(manner.lowestKelvin, Math.min(manner.highestKelvin, aimKelvin())), seconds);
        shownKelvin = sensorFrozen ? shownKelvin : heldKelvin + wanderKelvin(toSeconds);
        return (before + linkKelvin(toSeconds)) / 2;
    }

    private double aimKelvin() {
        if (runaway) {
            return manner.highestKelvin;
        }
        if (!regulated || sensorOpen) {
            return manner.lowestKelvin;
        }
        return sensorFrozen ? blindKelvin() : workingKelvin;
    }

    /** A controller that sees no change winds its heat up or down until the end, unless it is at its setpoint. */
    private double blindKelvin() {
        double gap = workingKelvin - shownKelvin;
        if (Math.abs(gap) <= BLIND_KELVIN) {
            return heldKelvin;
        }
        return gap > 0 ? manner.highestKelvin : manner.lowestKelvin;
    }

    private void approach(double aim, double seconds) {
        double gap = aim - heldKelvin;
        if (Math.abs(gap) <= SETTLED_KELVIN) {
            heldKelvin = aim;
        } else {
            heldKelvin += limited(gap * -Math.expm1(-seconds / manner.lagSeconds), manner.kelvinPerSecond * seconds);
        }
    }

    private double linkKelvin(double seconds) {
        return heldKelvin + offsetKelvin + manner.driftKelvinPerSecond * seconds + wanderKelvin(seconds);
    }

    private double wanderKelvin(double seconds) {
        if (manner.noiseKelvin == 0) {
            return 0;
        }
        long second = (long) Math.floor(seconds);
        if (second != wanderSecond) {
            wanderSecond = second;
            wanderFrom = manner.noiseKelvin * dice.normal(NOISE_STREAM, second);
            wanderTo = manner.noiseKelvin * dice.normal(NOISE_STREAM, second + 1);
        }
        return wanderFrom + (seconds - second) * (wanderTo - wanderFrom);
    }

    private static double limited(double change, double most) {
        return Math.max(-most, Math.min(most, change));
    }
}
