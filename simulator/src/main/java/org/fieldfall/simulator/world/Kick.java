package org.fieldfall.simulator.world;

/**
 * What the force on a coil does to a platform when a fast sweep begins: a little heat within 10 ms, and leads that ring in
 * the field, V₀ exp(−t/τ) sin(2π f t). Not for sharing between threads.
 */
public final class Kick {

    private static final double SWEEPING_TESLA_PER_SECOND = 1;
    private static final double HEATING_SECONDS = 0.01;

    /** Where it has died away. */
    private static final double DECAYS = 20;

    private final Strength strength;
    private boolean sweeping;
    private double since = Double.NEGATIVE_INFINITY;

    public Kick(Strength strength) {
        this.strength = strength;
    }

    /**
     * @param joule heat on the platform
     * @param volts of the ringing at first, in the thermometer's leads
     * @param decaySeconds in which the ringing falls to 1/e
     */
    public record Strength(double joule, double volts, double hertz, double decaySeconds) {

        public static final Strength NONE = new Strength(0, 0, 1, 1);

        public Strength {
            if (!(joule >= 0) || !(volts >= 0) || !(hertz > 0) || !(decaySeconds > 0)) {
                throw new IllegalArgumentException(
                        "a kick needs no negative heat or voltage and a frequency and a decay" + " above 0, not "
                                + joule + " J, " + volts + " V, " + hertz + " Hz, " + decaySeconds + " s");
            }
        }
    }

    /** Hears how fast the field moves from a time on; a sweep that begins is a kick. */
    void feels(double teslaPerSecond, double seconds) {
        boolean fast = Math.abs(teslaPerSecond) >= SWEEPING_TESLA_PER_SECOND;
        if (fast && !sweeping) {
            since = seconds;
        }
        sweeping = fast;
    }

    /** Mean power on the platform over a step. */
    double watt(double fromSeconds, double toSeconds) {
        double from = Math.max(fromSeconds, since);
        double to = Math.min(toSeconds, since + HEATING_SECONDS);
        return to > from ? strength.joule / HEATING_SECONDS * (to - from) / (toSeconds - fromSeconds) : 0;
    }

    double volts(double seconds) {
        double after = seconds - since;
        if (strength.volts == 0 || !(after >= 0 && after < DECAYS * strength.decaySeconds)) {
            return 0;
        }
        return strength.volts
                * Math.exp(-after / strength.decaySeconds)
                * Math.sin(2 * Math.PI * strength.hertz * after);
    }
}
