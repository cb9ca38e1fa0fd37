package org.fieldfall.protocols.theory.kinetics;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The coldest moment of a sample that the integrator passed: the end of a step, or within a step at whose beginning T falls
 * and at whose end it rises. Mutable; used by one thread.
 */
final class Coldest {

    private static final int MOST_STEPS = 100;
    private static final double TIME_SHARE = 1e-9;

    private final TwoWellSystem system;
    private final double[] state;
    private final double[] slope;
    private double kelvin;
    private double seconds;

    Coldest(TwoWellSystem system, StiffIntegrator from) {
        this.system = system;
        state = new double[system.size()];
        slope = new double[system.size()];
        kelvin = from.state()[Layout.KELVIN];
        seconds = from.time();
    }

    double kelvin() {
        return kelvin;
    }

    double seconds() {
        return seconds;
    }

    void take(StiffIntegrator passed) {
        consider(passed, passed.time());
        if (passed.slopeBefore(Layout.KELVIN) < 0 && slopeAt(passed, passed.time()) > 0) {
            consider(passed, turningPoint(passed));
        }
    }

    private void consider(StiffIntegrator passed, double time) {
        passed.stateAt(time, state);
        if (state[Layout.KELVIN] < kelvin) {
            kelvin = state[Layout.KELVIN];
            seconds = time;
        }
    }

    private double slopeAt(StiffIntegrator passed, double time) {
        passed.stateAt(time, state);
        system.derivative(time, state, slope);
        return slope[Layout.KELVIN];
    }

    /** Where dT/dt changes its sign; to an accuracy at which T does not change any more. */
    private double turningPoint(StiffIntegrator passed) {
        var length = passed.time() - passed.previousTime();
        UnivariateFunction rate = share -> share == 0
                ? passed.slopeBefore(Layout.KELVIN)
                : slopeAt(passed, share == 1 ? passed.time() : passed.previousTime() + share * length);
        return passed.previousTime() + length * new BrentSolver(TIME_SHARE).solve(MOST_STEPS, rate, 0, 1);
    }
}
