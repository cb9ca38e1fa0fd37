package org.fieldfall.simulator.world;

/**
 * Turns of the coil that are normal after a magnet quench: a resistance that grows evenly while the zone spreads and then
 * stays, until the coil is cold again. Immutable.
 *
 * <p>50 Ohm after 0.3 s: the current of a small coil is all but gone after 0.1 s, and a supply at its limit of 10 V holds
 * no more than 0.2 A.
 *
 * @param start tick at which it began; none if it is negative
 */
record NormalZone(long start) {

    static final NormalZone NONE = new NormalZone(-1);

    private static final double FULL_OHM = 50;
    private static final double SPREADING_SECONDS = 0.3;

    double ohm(long tick) {
        return start < 0 ? 0 : FULL_OHM * Math.min(1, (tick - start) * World.TICK_SECONDS / SPREADING_SECONDS);
    }

    boolean isSpreading(long tick) {
        return start >= 0 && (tick - start) * World.TICK_SECONDS <= SPREADING_SECONDS;
    }
}
