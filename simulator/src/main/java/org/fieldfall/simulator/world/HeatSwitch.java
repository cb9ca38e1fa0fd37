package org.fieldfall.simulator.world;

/**
 * A switch beside the permanent link: closed, it adds its own conductance; opening or closing, it leaves some heat on the
 * platform.
 * It moves some time after it is told to. Closed at the start. Not for sharing between threads.
 */
public final class HeatSwitch {

    private static final long HEATING_TICKS = 100;
    private static final long NEVER = Long.MAX_VALUE;

    private final double closedWattPerKelvin;
    private final double openingJoule;
    private final double closingJoule;
    private final long movingTicks;
    private boolean closed = true;
    private boolean wantsClosed = true;
    private boolean stuck;
    private long movesAt = NEVER;
    private long heatsUntil;
    private double watt;

    /**
     * @param openingJoule heat of opening, given to the platform within 10 ms
     * @param movingSeconds from the command to the contact made or parted
     */
    public HeatSwitch(double closedWattPerKelvin, double openingJoule, double movingSeconds) {
        this(closedWattPerKelvin, openingJoule, 0, movingSeconds);
    }

    /**
     * @param openingJoule heat of opening, given to the platform within 10 ms
     * @param closingJoule heat of closing, likewise
     * @param movingSeconds from the command to the contact made or parted
     */
    public HeatSwitch(double closedWattPerKelvin, double openingJoule, double closingJoule, double movingSeconds) {
        if (!(closedWattPerKelvin >= 0) || !(openingJoule >= 0) || !(closingJoule >= 0) || !(movingSeconds >= 0)) {
            throw new IllegalArgumentException(
                    "a heat switch needs no negative conductance, heat or time, not " + closedWattPerKelvin + " W/K, "
                            + openingJoule + " J, " + closingJoule + " J, " + movingSeconds + " s");
        }
        this.closedWattPerKelvin = closedWattPerKelvin;
        this.openingJoule = openingJoule;
        this.closingJoule = closingJoule;
        this.movingTicks = Math.round(movingSeconds / World.TICK_SECONDS);
    }

    /** No switch: a link that stays as it is. */
    static HeatSwitch none() {
        return new HeatSwitch(0, 0, 0);
    }

    /** Sets out for a position; where it is or is bound for already, nothing happens. */
    public void move(boolean toClosed, long tick) {
        if (toClosed == wantsClosed) {
            return;
        }
        wantsClosed = toClosed;
        movesAt = toClosed == closed ? NEVER : tick + movingTicks;
    }

    /** Stays where it is, whatever it is told; freed, it goes where it was told to last. */
    public void stick(boolean isStuck) {
        stuck = isStuck;
    }

    public boolean isClosed() {
        return closed;
    }

    double wattPerKelvin() {
        return closed ? closedWattPerKelvin : 0;
    }

    double watt() {
        return watt;
    }

    /** Does what is due by this tick. */
    void arrive(long tick) {
        if (tick >= heatsUntil) {
            watt = 0;
        }
        if (!stuck && tick >= movesAt) {
            movesAt = NEVER;
            closed = wantsClosed;
            heat(closed ? closingJoule : openingJoule, tick);
        }
    }

    long nextChange(long tick) {
        return watt > 0 && heatsUntil > tick ? Math.min(heatsUntil, due(tick)) : due(tick);
    }

    private long due(long tick) {
        return !stuck && movesAt > tick ? movesAt : NEVER;
    }

    private void heat(double joule, long tick) {
        double left = watt * Math.max(0, heatsUntil - tick) * World.TICK_SECONDS;
        watt = (left + joule) / (HEATING_TICKS * World.TICK_SECONDS);
        heatsUntil = tick + HEATING_TICKS;
    }
}
