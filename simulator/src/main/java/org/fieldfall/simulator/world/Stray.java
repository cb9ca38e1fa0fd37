package org.fieldfall.simulator.world;

/** A voltage that comes into the leads on the way to the meter, faster than the world's steps. */
@FunctionalInterface
public interface Stray {

    Stray NONE = (fromSeconds, toSeconds) -> 0;

    /** Mean over a stretch of world time. */
    double volts(double fromSeconds, double toSeconds);
}
