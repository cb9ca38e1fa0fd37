package org.fieldfall.protocols.theory.kinetics;

/** A few ordinary differential equations, dy/dt = f(t, y), whose time scales may lie many decades apart. */
interface StiffSystem {

    int size();

    /** f(t, y); NaN where the state is impossible, which makes the integrator take a shorter step. */
    void derivative(double t, double[] y, double[] dydt);

    /**
     * ∂f/∂y; here by central differences, since in a stiff system an error of it counts times the step times the fastest
     * rate.
     */
    default void jacobian(double t, double[] y, double[][] jacobian) {
        var stage = y.clone();
        var below = new double[size()];
        var above = new double[size()];
        for (var j = size() - 1; j >= 0; j--) {
            var reach = reach(y[j]);
            stage[j] = y[j] - reach;
            derivative(t, stage, below);
            stage[j] = y[j] + reach;
            derivative(t, stage, above);
            stage[j] = y[j];
            for (var i = 0; i < size(); i++) {
                jacobian[i][j] = (above[i] - below[i]) / (2 * reach);
            }
        }
    }

    /** How far to go for a central difference. */
    static double reach(double value) {
        return Math.cbrt(Math.ulp(1.0)) * Math.max(Math.abs(value), 1e-3);
    }

    /** ∂f/∂t at fixed y. */
    void timeDerivative(double t, double[] y, double[] dfdt);

    /** The longest step from here in which nothing sharp can be missed; the derivative was asked here last. */
    default double longestStep(double t, double[] y) {
        return Double.POSITIVE_INFINITY;
    }

    /** The error allowed in component i in one step from here; the Jacobian was asked here last. */
    double tolerance(int i, double[] y);

    /** The direction in which a state is moved onto what is conserved exactly, where nothing is stiff. */
    double[] slack();

    /** Moves a state that is right within tolerance onto what is conserved exactly, along a direction. */
    void conserve(double t, double[] y, double[] along);
}
