package org.fieldfall.simulator.world;

/**
 * Supply, coil, slow magnet, calorimeter and thermometer, moved on together by elapsed time.
 *
 * <p>Time goes in ticks of 0.1 ms. A step is one tick while the current or the field moves, ten while a probe samples and
 * for two seconds after a move, else a hundred; it ends on a multiple of its length. Only {@link #act} cuts a step short,
 * so how far each call of {@link #advanceTo} goes changes nothing. Not for sharing between threads.
 */
public final class World {

    public static final double TICK_SECONDS = 1e-4;

    private static final int SAMPLING = 10;
    private static final int RESTING = 100;
    private static final int WITNESS_RESTING = 1000;
    private static final int AFTERMATH = 20_000;
    private static final double SETTLED_TESLA = 1e-10;

    private final Coil coil;
    private final Supply supply;
    private final Stage calorimeter;
    private final Sensor sensor;
    private final double eddyWattPerRateSquared;
    private final Surroundings surroundings;
    private final Agenda agenda = new Agenda();
    private Probe probe = new NoProbe();
    private Probe shuntProbe = new NoProbe();
    private double shuntOhm;
    private SlowMagnet biasMagnet = new SlowMagnet(0);
    private double coilTesla;
    private Kick kick = new Kick(Kick.Strength.NONE);
    private ColdCoil coldCoil = ColdCoil.WARM;
    private double rippleWatt;
    private double coilJoule;
    private Witness witness = (seconds, tesla, lattice, platform, upper) -> {};

    private long tick;
    private long wanted;
    private long lastMove = -AFTERMATH;
    private double tesla;
    private boolean inStep;

    /** A world at rest: no current, no field, everything at the bath's temperature, spins in equilibrium. */
    public World(
            Coil coil,
            Supply supply,
            Specimen specimen,
            Surroundings surroundings,
            double internalSeconds,
            double eddyWattPerRateSquared,
            Sensor sensor) {
        this.coil = coil;
        this.supply = supply;
        this.surroundings = surroundings;
        Platform platform = surroundings.start();
        this.calorimeter = specimen.on(platform, internalSeconds, platform.bathKelvin(), 0);
        this.eddyWattPerRateSquared = eddyWattPerRateSquared;
        this.sensor = sensor;
    }

    /** Puts a voltmeter on the thermometer's leads. */
    public void connect(Probe voltmeter) {
        probe = voltmeter;
    }

    /** Puts a voltmeter on a shunt in the coil's circuit; its resistance is part of the coil's. */
    public void connectShunt(Probe voltmeter, double ohm) {
        shuntProbe = voltmeter;
        shuntOhm = ohm;
    }

    /** Puts a slow magnet around the coil. */
    public void surround(SlowMagnet magnet) {
        biasMagnet = magnet;
    }

    /** The slow magnet around the coil; one that makes no field where there is none. */
    public SlowMagnet biasMagnet() {
        return biasMagnet;
    }

    /** Lets the platform feel the coil. */
    public void shake(Kick kickOfSweeps) {
        kick = kickOfSweeps;
    }

    /** Lets the coil give off heat in the cold. */
    public void dissipate(ColdCoil how) {
        coldCoil = how;
    }

    /**
     * The supply's current ripples while its output is on: what a platform feels is the eddy heating. The ripple is too
     * fast for the spins, and the field told is without it.
     */
    public void ripple(Wave amperes) {
        rippleWatt = eddyWattPerRateSquared
                * amperes.times(coil.teslaPerAmpere()).slope().meanSquare();
    }

    /** Heat that the coil has given off in the cold so far. */
    public double coilJoule() {
        return coilJoule;
    }

    public void tell(Witness observer) {
        witness = observer;
    }

    public Supply supply() {
        return supply;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    /** The thermometer shows what it showed, its meter bit for bit. */
    public void freezeThermometer(boolean isFrozen) {
        sensor.freeze(isFrozen);
        probe.hang(isFrozen);
    }

    /** The thermometer itself, for what may befall it. */
    public Sensor sensor() {
        return sensor;
    }

    /** Changes something at the first tick that is not before a time; now, if that is past. */
    public void at(double dueSeconds, Runnable change) {
        long due = (long) Math.ceil(dueSeconds / TICK_SECONDS - 1e-6);
        if (due <= tick) {
            act(change);
        } else {
            agenda.add(due, change);
        }
    }

    /** Sends a current through the thermometer, as far as the compliance lets it through. */
    public void excite(double amperes, double complianceVolts) {
        double most = complianceVolts / sensor.resistance(tesla);
        sensor.excite(Math.max(-most, Math.min(most, amperes)));
    }

    /** Current through the thermometer. */
    public double excitationAmperes() {
        return sensor.amperes();
    }

    /** Voltage across the thermometer and its leads, without what a moving field induces. */
    public double thermometerVolts() {
        return sensor.volts(seconds(), tesla, 0);
    }

    /** Voltage that a current of another frequency would find: without EMF and what a moving field induces. */
    public double ohmicVolts() {
        return sensor.ohmicVolts(tesla);
    }

    /** World time that the last whole step reached. */
    public double seconds() {
        return tick * TICK_SECONDS;
    }

    public long tick() {
        return tick;
    }

    /** Takes all whole steps that end by then; going back is not possible and does nothing. */
    public void advanceTo(double seconds) {
        wanted = Math.max(wanted, (long) Math.floor(seconds / TICK_SECONDS + 1e-6));
        for (long end = nextEnd(); end <= wanted; end = nextEnd()) {
            step(end);
        }
    }

    /** Brings the world to the tick it was last advanced to, part of a step if need be, and changes something there. */
    public void act(Runnable change) {
        if (!inStep && wanted > tick) {
            step(wanted);
        }
        change.run();
    }

    /** The field at the crystal. */
    public double tesla() {
        return tesla;
    }

    public double latticeKelvin() {
        return calorimeter.kelvin();
    }

    public double platformKelvin() {
        return calorimeter.platformKelvin();
    }

    public double upperPopulation() {
        return calorimeter.upperPopulation();
    }

    /** Share of each level, from m = −S up; empty without a sample. */
    public double[] populations() {
        return calorimeter.populations();
    }

    Stage calorimeter() {
        return calorimeter;
    }

    private long nextEnd() {
        int length = isMoving() ? 1 : isWatched() ? SAMPLING : RESTING;
        long onGrid = (tick / length + 1) * length;
        return Math.min(
                Math.min(onGrid, agenda.next()), Math.min(supply.nextChange(tick), surroundings.nextChange(tick)));
    }

    private boolean isMoving() {
        return supply.isMoving(tick) || Math.abs(coil.teslaPerAmpere() * supply.amperes() - coilTesla) > SETTLED_TESLA;
    }

    private boolean isWatched() {
        return probe.isSampling() || shuntProbe.isSampling() || biasMagnet.isMoving() || tick - lastMove < AFTERMATH;
    }

    private void step(long end) {
        inStep = true;
        if (isMoving()) {
            lastMove = end;
        }
        double seconds = (end - tick) * TICK_SECONDS;
        double teslaBefore = tesla;
        double kelvinBefore = calorimeter.platformKelvin();
        double amperesBefore = supply.amperes();
        supply.step(seconds, tick);
        surroundings.bath().heat(supply.normalJoule());
        biasMagnet.step(seconds);
        double coilBefore = coilTesla;
        coilTesla = fieldAfter(seconds, amperesBefore);
        double slope = (coilTesla + biasMagnet.tesla() - teslaBefore) / seconds;
        kick.feels(slope, seconds());
        double voltsBefore =
                probe.isSampling() ? sensor.volts(seconds(), teslaBefore, slope) + kick.volts(seconds()) : 0;
        tesla = coilTesla + biasMagnet.tesla();
        loseHeat((amperesBefore + supply.amperes()) / 2, Math.abs(coilTesla - coilBefore), seconds);
        double eddy = eddyWattPerRateSquared * slope * slope + (supply.isOn() ? rippleWatt : 0);
        exchangeHeat(end, eddy + sensor.watt(teslaBefore) + kick.watt(seconds(), end * TICK_SECONDS));
        sensor.step(seconds, kelvinBefore, calorimeter.platformKelvin());
        double from = seconds();
        tick = end;
        if (probe.isSampling()) {
            probe.sees(from, voltsBefore, seconds(), sensor.volts(seconds(), tesla, slope) + kick.volts(seconds()));
        }
        if (shuntProbe.isSampling()) {
            shuntProbe.sees(from, shuntOhm * amperesBefore, seconds(), shuntOhm * supply.amperes());
        }
        inStep = false;
        testify();
        agenda.run(tick);
    }

    private void loseHeat(double amperes, double teslaSwept, double seconds) {
        double joule = coldCoil.joule(amperes, teslaSwept, seconds);
        coilJoule += joule;
        surroundings.bath().warm(coldCoil.bathKelvinPerJoule() * joule);
    }

    private void exchangeHeat(long end, double watt) {
        surroundings.arrive(tick);
        calorimeter.link(surroundings.step(seconds(), end * TICK_SECONDS, calorimeter.platformKelvin()));
        calorimeter.step((end - tick) * TICK_SECONDS, tesla, watt + surroundings.watt());
    }

    /** The coil's field follows k I with its lag, the current going evenly through the step. */
    private double fieldAfter(double seconds, double amperesBefore) {
        double from = coil.teslaPerAmpere() * amperesBefore;
        double to = coil.teslaPerAmpere() * supply.amperes();
        double after = to;
        if (coil.fieldLagSeconds() > 0) {
            double x = seconds / coil.fieldLagSeconds();
            after = coilTesla + (from - (to - from) / x - coilTesla) * -Math.expm1(-x) + to - from;
        }
        return Math.abs(after - to) <= SETTLED_TESLA ? to : after;
    }

    private void testify() {
        int every = tick - lastMove < AFTERMATH ? SAMPLING : WITNESS_RESTING;
        if (tick % every == 0) {
            witness.sees(seconds(), tesla, latticeKelvin(), platformKelvin(), upperPopulation());
        }
    }

    private static final class NoProbe implements Probe {
        @Override
        public boolean isSampling() {
            return false;
        }

        @Override
        public void sees(double fromSeconds, double fromVolts, double toSeconds, double toVolts) {}
    }
}
