package org.fieldfall.protocols.theory.kinetics;

/** One run of the two-well equations through a field history, from piece to piece. Mutable; used by one thread. */
final class Course {

    private final double[] corners;
    private final TwoWellSystem system;
    private final StiffIntegrator integrator;

    /** Starts in equilibrium at the earlier of a time and the field's first corner. */
    Course(TwoWells model, FieldHistory field, double startKelvin, double fromSeconds) {
        corners = field.corners();
        var start = corners.length == 0 ? fromSeconds : Math.min(fromSeconds, corners[0]);
        system = new TwoWellSystem(model, field, start, startKelvin);
        integrator = new StiffIntegrator(system, start, system.start());
    }

    /** T at the time reached. */
    double kelvin() {
        return integrator.state()[TwoWellSystem.KELVIN];
    }

    /** p at the time reached. */
    double upperPopulation() {
        return integrator.state()[TwoWellSystem.UPPER];
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

    private void advanceTo(double end, StiffIntegrator.StepListener heard) {
        for (var corner : corners) {
            if (corner > integrator.time() && corner < end) {
                advancePiece(corner, heard);
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
        private final double[] upper;
        private final double[] heat;
        private final double[] state = new double[system.size()];
        private int next;

        Samples(double[] seconds, double moles) {
            this.seconds = seconds;
            this.moles = moles;
            kelvin = new double[seconds.length];
            upper = new double[seconds.length];
            heat = new double[seconds.length];
        }

        void take(StiffIntegrator passed) {
            while (next < seconds.length && seconds[next] <= passed.time()) {
                passed.stateAt(seconds[next], state);
                kelvin[next] = state[TwoWellSystem.KELVIN];
                upper[next] = state[TwoWellSystem.UPPER];
                heat[next] = moles * system.spinHeat(state);
                next++;
            }
        }

        Prediction prediction() {
            return new Prediction(seconds, kelvin, upper, heat);
        }
    }
}
