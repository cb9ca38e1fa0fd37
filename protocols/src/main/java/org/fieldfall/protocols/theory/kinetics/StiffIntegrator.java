package org.fieldfall.protocols.theory.kinetics;

import java.util.Arrays;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;

/** Carries a stiff system through time in steps as long as its tolerances allow. Mutable; used by one thread. */
final class StiffIntegrator {

    private static final int MOST_STEPS = 20_000;
    private static final double SAFETY = 0.9;
    private static final double LARGEST_GROWTH = 6;
    private static final double LARGEST_CUT = 0.2;

    private final StiffSystem system;
    private final RosenbrockStep step;
    private final double[] y;
    private double t;
    private double previous;
    private double next;

    StiffIntegrator(StiffSystem system, double t, double[] y) {
        this.system = system;
        this.step = new RosenbrockStep(system);
        this.t = t;
        this.previous = t;
        this.y = y.clone();
    }

    double time() {
        return t;
    }

    double[] state() {
        return y.clone();
    }

    /** What is told of each step once it is taken. */
    @FunctionalInterface
    interface StepListener {
        void stepped(StiffIntegrator integrator);
    }

    /** Goes on to a time, across which no derivative may jump. */
    void advanceTo(double end, StepListener heard) {
        step.begin(t, y);
        // A slope that jumps rarely changes the length wanted by much, and a step too long is only refused.
        next = Math.max(next, step.cautious());
        for (var steps = 0; t < end; steps++) {
            if (steps > MOST_STEPS) {
                throw astray("more than " + MOST_STEPS + " steps");
            }
            take(end);
            heard.stepped(this);
            if (t < end) {
                step.begin(t, y);
            }
        }
    }

    /** When the last step began. */
    double previousTime() {
        return previous;
    }

    /** dy/dt of a component where the last step began. */
    double slopeBefore(int i) {
        return step.slope(i);
    }

    /** The state at a time within the last step. */
    void stateAt(double time, double[] state) {
        if (time == t) {
            System.arraycopy(y, 0, state, 0, y.length);
            return;
        }
        step.interpolate((time - previous) / (t - previous), state);
        system.conserve(time, state, system.slack());
    }

    /** Takes one step that is good enough, shortening it until it is. */
    private void take(double end) {
        var longest = system.longestStep(t, y);
        while (true) {
            next = Math.min(next, longest);
            var last = t + 1.0001 * next >= end;
            var h = last ? end - t : next;
            if (!(t + h > t)) {
                throw astray("steps came down to " + h + " s");
            }
            var error = step.attempt(t, h);
            next = h * growth(error);
            if (error <= 1) {
                previous = t;
                t = last ? end : t + h;
                step.end(y);
                var along = system.slack();
                step.soften(along);
                system.conserve(t, y, along);
                return;
            }
        }
    }

    private static double growth(double error) {
        if (!Double.isFinite(error)) {
            return LARGEST_CUT;
        }
        return Math.min(LARGEST_GROWTH, Math.max(LARGEST_CUT, SAFETY * Math.pow(error, -0.25)));
    }

    private NoConvergenceException astray(String what) {
        return new NoConvergenceException(
                "integration stopped at t = " + t + " s, state " + Arrays.toString(y) + ": " + what);
    }
}
