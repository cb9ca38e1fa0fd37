package org.fieldfall.protocols.theory.kinetics;

/**
 * One step of RODASP, the stiffly accurate Rosenbrock method of order 4(3) with six stages and an interpolant of order 3 that
 * keeps its order where a fast component follows a driven one, as a fast species follows the field.
 *
 * <p>G. Steinebach, preprint 1741, TH Darmstadt (1995); E. Hairer and G. Wanner, Solving Ordinary Differential Equations II,
 * 2nd ed. (1996), VI.4, in the form that needs no product with the Jacobian: (1/hγ − J) u<sub>i</sub> = f(t + α<sub>i</sub>h, y + Σ a<sub>ij</sub>u<sub>j</sub>) + Σ c<sub>ij</sub>u<sub>j</sub>/h
 * + h d<sub>i</sub> ∂f/∂t. Mutable; used by one thread.
 */
final class RosenbrockStep {

    private static final int STAGES = 6;
    private static final double GAMMA = 0.25;
    private static final double[] ALPHA = {0, 0.75, 0.21, 0.63, 1, 1};
    private static final double[] D = {0.25, -0.5, -0.023504, -0.0362, 0, 0};
    private static final double[][] A = {
        {},
        {3},
        {1.831036793486759, 0.4955183967433795},
        {2.304376582692669, -0.05249275245743001, -1.176798761832782},
        {-7.170454962423024, -4.741636671481785, -16.31002631330971, -1.062004044111401},
        {-7.170454962423024, -4.741636671481785, -16.31002631330971, -1.062004044111401, 1},
    };
    private static final double[][] C = {
        {},
        {-12},
        {-8.791795173947035, -2.207865586973518},
        {10.81793056857153, 6.780270611428266, 19.5348594464241},
        {34.19095006749676, 15.49671153725963, 54.7476087596413, 14.16005392148534},
        {34.62605830930532, 15.30084976114473, 56.99955578662667, 18.40807009793095, -5.714285714285717},
    };
    private static final double[][] DENSE = {
        {25.09876703708589, 11.62013104361867, 28.49148307714626, -5.664021568594133, 0},
        {1.638054557396973, -0.7373619806678748, 8.47791821923899, 15.9925314877952, -1.882352941176471},
    };
    private final StiffSystem system;
    private final int size;
    private final double[][] jacobian;
    private final LinearSolver solver;
    private final double[][] u;
    private final double[] slope;
    private final double[] drift;
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
        from = new double[size];
        to = new double[size];
    }

    /** Looks at the system where the next attempts begin. */
    void begin(double t, double[] y) {
        System.arraycopy(y, 0, from, 0, size);
        system.timeDerivative(t, y, drift);
        system.derivative(t, y, slope);
        system.jacobian(t, y, jacobian);
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

    /** dy/dt of a component where it began. */
    double slope(int i) {
        return slope[i];
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

    /**
     * Turns a direction into the one that a push this way takes within the step, when all that is fast has followed it: a
     * correction that the next step would have to relax costs more accuracy than it brings.
     */
    void soften(double[] direction) {
        solver.solve(direction);
    }

    /** The state at a share of the step, from 0 to 1. */
    void interpolate(double share, double[] y) {
        for (var i = 0; i < size; i++) {
            var curve = weighted(DENSE[0], STAGES - 1, i) + share * weighted(DENSE[1], STAGES - 1, i);
            y[i] = (1 - share) * (from[i] + share * curve) + share * to[i];
        }
    }
}
