package org.fieldfall.protocols.theory.kinetics;

/**
 * One step of RODAS, the stiffly accurate Rosenbrock method of order 4(3) with six stages and an interpolant of order 3.
 *
 * <p>E. Hairer and G. Wanner, Solving Ordinary Differential Equations II, 2nd ed. (1996), VI.4, in the form that needs no
 * product with the Jacobian: (1/hγ − J) u<sub>i</sub> = f(t + α<sub>i</sub>h, y + Σ a<sub>ij</sub>u<sub>j</sub>) + Σ c<sub>ij</sub>u<sub>j</sub>/h + h d<sub>i</sub> ∂f/∂t. The Jacobian is
 * taken by differences. Mutable; used by one thread.
 */
final class RosenbrockStep {

    private static final int STAGES = 6;
    private static final double GAMMA = 0.25;
    private static final double[] ALPHA = {0, 0.386, 0.21, 0.63, 1, 1};
    private static final double[] D = {0.25, -0.1043, 0.1035, -0.03620000000000023, 0, 0};
    private static final double[][] A = {
        {},
        {1.544},
        {0.9466785280815826, 0.2557011698983284},
        {3.314825187068521, 2.896124015972201, 0.9986419139977817},
        {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950},
        {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950, 1},
    };
    private static final double[][] C = {
        {},
        {-5.6688},
        {-2.430093356833875, -0.2063599157091915},
        {-0.1073529058151375, -9.594562251023355, -20.47028614809616},
        {7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160},
        {8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054},
    };
    private static final double[][] DENSE = {
        {10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823, 1.025137723295662},
        {-0.6762803392801253, 6.087714651680015, 16.43084320892478, 24.76722511418386, -6.594389125716872},
    };
    private static final double DIFFERENCE = Math.cbrt(Math.ulp(1.0));

    private final StiffSystem system;
    private final int size;
    private final double[][] jacobian;
    private final LinearSolver solver;
    private final double[][] u;
    private final double[] slope;
    private final double[] drift;
    private final double[] below;
    private final double[] above;
    private final double[] stage;
    private final double[] from;
    private final double[] to;

    RosenbrockStep(StiffSystem system) {
        this.system = system;
        size = system.size();
        jacobian = new double[size][size];
        solver = new LinearSolver(size);
        u = new double[STAGES][size];
        slope = new double[size];
        drift = new double[size];
        below = new double[size];
        above = new double[size];
        stage = new double[size];
        from = new double[size];
        to = new double[size];
    }

    /** Looks at the system where the next attempts begin. */
    void begin(double t, double[] y) {
        System.arraycopy(y, 0, from, 0, size);
        system.timeDerivative(t, y, drift);
        system.derivative(t, y, slope);
        System.arraycopy(y, 0, stage, 0, size);
        for (var j = size - 1; j >= 0; j--) {
            differentiate(t, j);
        }
    }

    /** By central differences: in a stiff system an error of the Jacobian counts times the step times the fastest rate. */
    private void differentiate(double t, int j) {
        var reach = DIFFERENCE * Math.max(Math.abs(from[j]), 1e-3);
        stage[j] = from[j] - reach;
        system.derivative(t, stage, below);
        stage[j] = from[j] + reach;
        system.derivative(t, stage, above);
        stage[j] = from[j];
        for (var i = 0; i < size; i++) {
            jacobian[i][j] = (above[i] - below[i]) / (2 * reach);
        }
    }

    /** Takes a step of length h from where it began; the largest error over its tolerance, NaN if it went astray. */
    double attempt(double t, double h) {
        solver.factorise(jacobian, 1 / (h * GAMMA));
        for (var s = 0; s < STAGES; s++) {
            combine(A[s], s);
            if (s == 0) {
                System.arraycopy(slope, 0, u[s], 0, size);
            } else {
                system.derivative(t + ALPHA[s] * h, to, u[s]);
            }
            for (var i = 0; i < size; i++) {
                u[s][i] += h * D[s] * drift[i] + weighted(C[s], s, i) / h;
            }
            solver.solve(u[s]);
        }
        return finish();
    }

    private void combine(double[] weights, int stages) {
        for (var i = 0; i < size; i++) {
            to[i] = from[i] + weighted(weights, stages, i);
        }
    }

    private double weighted(double[] weights, int stages, int i) {
        var sum = 0.0;
        for (var s = 0; s < stages; s++) {
            sum += weights[s] * u[s][i];
        }
        return sum;
    }

    /** The last stage is the difference between the methods of order 4 and 3. */
    private double finish() {
        var worst = 0.0;
        for (var i = 0; i < size; i++) {
            to[i] += u[STAGES - 1][i];
            worst = Math.max(worst, Math.abs(u[STAGES - 1][i]) / system.tolerance(i, from));
        }
        return worst;
    }

    /** A length in which nothing should change by more than a hundredth (Hairer, Nørsett, Wanner I, II.4). */
    double cautious() {
        double height = 0;
        double change = 0;
        for (var i = 0; i < size; i++) {
            height = Math.max(height, Math.abs(from[i]) / system.tolerance(i, from));
            change = Math.max(change, Math.abs(slope[i]) / system.tolerance(i, from));
        }
        return 0.01 * height / change;
    }

    /** The state at the end of the attempt. */
    void end(double[] y) {
        System.arraycopy(to, 0, y, 0, size);
    }

    /** The state at a share of the step, from 0 to 1. */
    void interpolate(double share, double[] y) {
        for (var i = 0; i < size; i++) {
            var curve = weighted(DENSE[0], STAGES - 1, i) + share * weighted(DENSE[1], STAGES - 1, i);
            y[i] = (1 - share) * (from[i] + share * curve) + share * to[i];
        }
    }
}
