package org.fieldfall.simulator.world;

/**
 * Thermal energy of a Debye lattice per mole and gas constant, in kelvin: 9 n T (T/θ)³ ∫₀^{θ/T} x³/(eˣ−1) dx, tabulated
 * once.
 */
final class Debye {

    private static final double STEP_KELVIN = 0.01;
    private static final double TOP_KELVIN = 120;
    private static final double WHOLE_INTEGRAL = Math.pow(Math.PI, 4) / 15;
    private static final double ENDLESS = 200;

    // Nodes and weights of five-point Gauss quadrature on (-1, 1).
    private static final double[] NODES = {
        -0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640
    };
    private static final double[] WEIGHTS = {
        0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891
    };

    private final Table energy;

    Debye(double debyeKelvin, double units) {
        int points = (int) Math.round(TOP_KELVIN / STEP_KELVIN) + 1;
        double[] energies = new double[points];
        double[] capacities = new double[points];
        double reached = 0;
        double integral = 0;
        for (int i = points - 1; i > 0; i--) {
            double kelvin = i * STEP_KELVIN;
            double x = debyeKelvin / kelvin;
            integral = x > ENDLESS ? WHOLE_INTEGRAL : integral + between(reached, x);
            reached = x;
            energies[i] = 9 * units * kelvin * integral / (x * x * x);
            capacities[i] = 4 * energies[i] / kelvin - 9 * units * x / Math.expm1(x);
        }
        this.energy = new Table(0, STEP_KELVIN, energies, capacities);
    }

    double energy(double kelvin) {
        return energy.at(kelvin);
    }

    double heatCapacity(double kelvin) {
        return energy.slope(kelvin);
    }

    private static double between(double from, double to) {
        int pieces = 1 + (int) ((to - from) / 0.25);
        double half = (to - from) / pieces / 2;
        double sum = 0;
        for (int i = 0; i < pieces; i++) {
            sum += half * gauss(from + (2 * i + 1) * half, half);
        }
        return sum;
    }

    private static double gauss(double middle, double half) {
        double sum = 0;
        for (int k = 0; k < NODES.length; k++) {
            double x = middle + half * NODES[k];
            sum += WEIGHTS[k] * x * x * x / Math.expm1(x);
        }
        return sum;
    }
}
