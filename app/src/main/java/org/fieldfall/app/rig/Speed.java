package org.fieldfall.app.rig;

/**
 * How fast a dry run's world may go outside the sweep.
 *
 * @param fastest world seconds a second, 1 to 50
 * @param isLeaping whether the world leaps while the sequencer only waits
 */
public record Speed(double fastest, boolean isLeaping) {

    public static final double LIMIT = 50;

    /** As fast as it may, leaping. */
    public static final Speed AUTO = new Speed(LIMIT, true);

    public Speed {
        if (!(fastest >= 1 && fastest <= LIMIT)) {
            throw new IllegalArgumentException("speed must be auto or 1 to 50, not " + fastest);
        }
    }

    public static Speed atMost(double fastest) {
        return new Speed(fastest, false);
    }
}
