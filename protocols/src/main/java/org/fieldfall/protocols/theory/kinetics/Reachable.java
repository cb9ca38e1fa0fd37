package org.fieldfall.protocols.theory.kinetics;

/**
 * What kinetics, heat leak and addenda leave of the cooling within a time. Immutable.
 *
 * <p>Before a shot the link is taken to lead to the starting temperature.
 */
public record Reachable(TwoWells model) {

    /**
     * Lattice temperature of the sample at a time and at the coldest moment until then.
     *
     * @param coldestSeconds after the end of the ramp; below zero within it
     */
    public record Reached(double startKelvin, double kelvin, double coldestKelvin, double coldestSeconds) {

        /** ΔT at the time. */
        public double deltaKelvin() {
            return kelvin - startKelvin;
        }

        /** The most negative ΔT until then; zero where it only warms. */
        public double coldestDeltaKelvin() {
            return coldestKelvin - startKelvin;
        }
    }

    /**
     * From equilibrium with a bath at the starting temperature, through a ramp that begins at t = 0.
     *
     * @param seconds after the end of the ramp, zero or above
     */
    public Reached by(double startKelvin, double biTesla, double bfTesla, double rateTeslaPerSecond, double seconds) {
        return by(startKelvin, FieldHistory.ramp(biTesla, bfTesla, 0, rateTeslaPerSecond), seconds);
    }

    /** The same through any field history; time counts from its last corner. */
    public Reached by(double startKelvin, FieldHistory field, double seconds) {
        return by(startKelvin, field, seconds, TwoWellSystem.TOLERANCE);
    }

    Reached by(double startKelvin, FieldHistory field, double seconds, double tolerance) {
        if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "time after the ramp must be 0 s or above and finite, got " + seconds + " s");
        }
        var corners = field.corners();
        var rampEnd = corners.length == 0 ? 0 : corners[corners.length - 1];
        var rampStart = corners.length == 0 ? 0 : corners[0];
        var atStart = model.in(model.surroundings().withBathAt(startKelvin));
        var course = Course.fromEquilibrium(atStart, field, startKelvin, rampStart, tolerance);
        var coldest = course.coldestUntil(rampEnd + seconds);
        return new Reached(startKelvin, course.kelvin(), coldest.kelvin(), coldest.seconds() - rampEnd);
    }
}
