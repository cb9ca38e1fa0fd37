package org.fieldfall.simulator.world;

/**
 * Numbers drawn by position: the same seed, stream and index give the same number, whatever was drawn before. Immutable.
 */
public final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;

    public Dice(long seed) {
        this.seed = mixed(seed + GOLDEN);
    }

    /** A number from the standard normal distribution (Box and Muller's method). */
    public double normal(long stream, long index) {
        long place = mixed(mixed(seed ^ (stream * GOLDEN)) + index * GOLDEN);
        double radius = Math.sqrt(-2 * Math.log(1 - unit(mixed(place + GOLDEN))));
        return radius * Math.cos(2 * Math.PI * unit(mixed(place + 2 * GOLDEN)));
    }

    private static double unit(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
