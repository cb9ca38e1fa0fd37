package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StiffIntegratorTest {

    /** y' = λ (y − cos t) − sin t, whose answer from y(0) = 1 is cos t, beside x' = x y with x = exp(sin t). */
    private record Prothero(double rate, double tolerance) implements StiffSystem {

        @Override
        public int size() {
            return 2;
        }

        @Override
        public void derivative(double t, double[] y, double[] dydt) {
            dydt[0] = -rate * (y[0] - Math.cos(t)) - Math.sin(t);
            dydt[1] = y[0] * y[1];
        }

        @Override
        public void timeDerivative(double t, double[] y, double[] dfdt) {
            dfdt[0] = -rate * Math.sin(t) - Math.cos(t);
            dfdt[1] = 0;
        }

        @Override
        public double tolerance(int i, double[] y) {
            return tolerance;
        }

        @Override
        public double[] slack() {
            return new double[2];
        }

        @Override
        public void conserve(double t, double[] y, double[] along) {}
    }

    @Test
    void isOfFourthOrderAndItsInterpolantOfThird() {
        var ratioAtEnd = error(0.02, 1) / error(0.01, 1);
        var ratioWithin = error(0.02, 0.5) / error(0.01, 0.5);

        assertThat(ratioAtEnd).as("local error over half the step").isBetween(28.0, 37.0);
        assertThat(ratioWithin).as("interpolation error over half the step").isBetween(14.0, 18.0);
    }

    /** Of one step from t = 0.4 on the problem that is not stiff. */
    private static double error(double h, double share) {
        var step = new RosenbrockStep(new Prothero(1, 1));
        var state = new double[] {Math.cos(0.4), Math.exp(Math.sin(0.4))};
        step.begin(0.4, state);
        step.attempt(0.4, h);
        step.interpolate(share, state);
        return Math.abs(state[1] - Math.exp(Math.sin(0.4 + share * h)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e3, 1e6, 1e9})
    void followsTheSlowAnswerHoweverFastTheOtherOneDies(double rate) {
        var integrator = new StiffIntegrator(new Prothero(rate, 1e-9), 0, new double[] {1, 1});

        integrator.advanceTo(10, step -> {});

        assertThat(integrator.time()).isEqualTo(10);
        assertThat(integrator.state()[0]).isCloseTo(Math.cos(10), within(1e-7));
        assertThat(integrator.state()[1]).isCloseTo(Math.exp(Math.sin(10)), within(1e-7));
    }

    @Test
    void solvesLinearEquationsThatNeedPivots() {
        var solver = new LinearSolver(3);
        var jacobian = new double[][] {{2, -1, 3}, {4, 1, -2}, {-1, 5, 2}};
        var b = new double[] {1, -2, 0.5};

        solver.factorise(jacobian, 2);
        solver.solve(b);

        // then: (2 − J) x gives b back; its first pivot is zero
        assertThat(b[1] - 3 * b[2]).isCloseTo(1, within(1e-14));
        assertThat(-4 * b[0] + b[1] + 2 * b[2]).isCloseTo(-2, within(1e-14));
        assertThat(b[0] - 5 * b[1]).isCloseTo(0.5, within(1e-14));
    }
}
