package org.fieldfall.protocols.theory.kinetics;

/** One run of the two-well equations through a field history, from piece to piece. Mutable; used by one thread. */
final class Course {

    private final double[] corners;
    private final TwoWellSystem system;
    private final StiffIntegrator integrator;
    private int nextCorner;

    private Course(
            TwoWells model, FieldHistory field, double kelvin, double[] upper, double fromSeconds, double tolerance) {
        corners = field.corners();
        system = new TwoWellSystem(model, field, fromSeconds, kelvin, upper, tolerance);
        integrator = new StiffIntegrator(system, fromSeconds, system.start());
    }

    /** Starts in equilibrium at the earlier of a time and the field's first corner. */
    static Course fromEquilibrium(
            TwoWells model, FieldHistory field, double kelvin, double fromSeconds, double tolerance) {
        return from(model, field, kelvin, Departure.none(), fromSeconds, tolerance);
    }

    /** Starts so far from equilibrium likewise. */
    static Course from(
            TwoWells model,
            FieldHistory field,
            double kelvin,
            Departure departure,
            double fromSeconds,
            double tolerance) {
        var corners = field.corners();
        var start = corners.length == 0 ? fromSeconds : Math.min(fromSeconds, corners[0]);
        var upper = departure.from(model.equilibrium().upperPopulations(kelvin, field.tesla(start)));
        return new Course(model, field, kelvin, upper, start, tolerance);
    }

    /** Starts at a time with any populations of the right wells, one a species. */
    static Course from(TwoWells model, FieldHistory field, double kelvin, double[] upper, double fromSeconds) {
        return new Course(model, field, kelvin, upper, fromSeconds, TwoWellSystem.TOLERANCE);
    }

    /** T at the time reached. */
    double kelvin() {
        return integrator.state()[Layout.KELVIN];
    }

    /** p of each species at the time reached. */
    double[] upperPopulations() {
        return system.layout().upper(integrator.state());
    }

    /** Work that the field did on the spins until the time reached, J/mol. */
    double work() {
        return integrator.state()[system.layout().work()];
    }

    /** Goes on to the field's last corner. */
    void throughRamp() {
        if (corners.length > 0) {
            advanceTo(corners[corners.length - 1], step -> {});
        }
    }

    /** What is seen at some times, ascending and none before the start. */
    Prediction sample(double[] seconds, double moles) {
        var samples = new Samples(seconds, moles);
        samples.take(integrator);
        advanceTo(seconds[seconds.length - 1], samples::take);
        return samples.prediction();
    }

    /** Goes on to a time and looks for the coldest moment on the way. */
    Coldest coldestUntil(double seconds) {
        var coldest = new Coldest(system, integrator);
        advanceTo(seconds, coldest::take);
        return coldest;
    }

    private void advanceTo(double end, StiffIntegrator.StepListener heard) {
        for (; nextCorner < corners.length && corners[nextCorner] < end; nextCorner++) {
            if (corners[nextCorner] > integrator.time()) {
                advancePiece(corners[nextCorner], heard);
            }
        }
        advancePiece(end, heard);
    }

    private void advancePiece(double end, StiffIntegrator.StepListener heard) {
        system.enterPieceUntil(end);
        integrator.advanceTo(end, heard);
    }

    /** Fills in the values at the times wanted as the integrator passes them. */
    private final class Samples {

        private final double[] seconds;
        private final double moles;
        private final double[] kelvin;
        private final double[] shown;
        private final double[][] upper;
        private final double[] heat;
        private final double[] state = new double[system.size()];
        private int next;

        Samples(double[] seconds, double moles) {
            this.seconds = seconds;
            this.moles = moles;
            kelvin = new double[seconds.length];
            shown = new double[seconds.length];
            upper = new double[system.layout().species()][seconds.length];
            heat = new double[seconds.length];
        }

        void take(StiffIntegrator passed) {
            while (next < seconds.length && seconds[next] <= passed.time()) {
                passed.stateAt(seconds[next], state);
                kelvin[next] = state[Layout.KELVIN];
                shown[next] = system.shownKelvin(state);
                for (var s = 0; s < upper.length; s++) {
                    upper[s][next] = state[Layout.UPPER + s];
                }
                heat[next] = moles * system.spinHeat(state);
                next++;
            }
        }

        Prediction prediction() {
            return new Prediction(seconds, kelvin, shown, upper, heat);
        }
    }
}
