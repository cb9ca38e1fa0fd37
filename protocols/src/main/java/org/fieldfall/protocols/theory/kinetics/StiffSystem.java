package org.fieldfall.protocols.theory.kinetics;

/** A few ordinary differential equations, dy/dt = f(t, y), whose time scales may lie many decades apart. */
interface StiffSystem {

    int size();

    /** f(t, y); NaN where the state is impossible, which makes the integrator take a shorter step. */
    void derivative(double t, double[] y, double[] dydt);

    /** ∂f/∂t at fixed y. */
    void timeDerivative(double t, double[] y, double[] dfdt);

    /** The longest step from here in which nothing sharp can be missed; the derivative was asked here last. */
    default double longestStep(double t, double[] y) {
        return Double.POSITIVE_INFINITY;
    }

    /** The error allowed in component i in one step. */
    double tolerance(int i, double[] y);

    /** Moves a state that is right within tolerance onto what is conserved exactly. */
    void conserve(double t, double[] y);
}
