package org.fieldfall.protocols.theory.kinetics;

import java.util.Arrays;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.level.Averages;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;
import org.fieldfall.protocols.theory.level.Levels;

/**
 * The equations of K1 for one mole of sample with its share of the surroundings.
 *
 * <p>The state is T, the population p of the right well, the work the field did on the spins and the heat that left by the
 * link less what heaters brought (J/mol). Energy is the start's plus work minus leak, which is how it is conserved to
 * rounding. Mutable; used by one thread.
 */
final class TwoWellSystem implements StiffSystem {

    static final int KELVIN = 0;
    static final int UPPER = 1;
    static final int WORK = 2;
    static final int LEAK = 3;

    // A step's tolerance; over 100 s of the first shot they add up to 0.2 µK.
    private static final double RELATIVE = 1e-7;
    private static final double LEAST_POPULATION = 1e-10;
    private static final double LEAST_ENERGY = 1e-6;
    private static final double FIELD_DIFFERENCE = 1e-5;

    private final AxialSpin spin;
    private final WellExchange exchange;
    private final Lattice heatStore;
    private final Surroundings surroundings;
    private final FieldHistory field;

    private final double[] start;
    private final double startEnergy;

    private double beforeCorner = Double.POSITIVE_INFINITY;
    private double wellsTesla;
    private Levels leftWell;
    private Levels rightWell;
    private Averages left;
    private Averages right;

    /** Starts in equilibrium at a time and a temperature, from which work, leak and heat are counted. */
    TwoWellSystem(TwoWells model, FieldHistory field, double startSeconds, double startKelvin) {
        spin = model.spin();
        exchange = new WellExchange(spin, model.relaxation());
        surroundings = model.surroundings();
        heatStore = model.lattice().plus(surroundings.addenda().times(1 / surroundings.moles()));
        this.field = field;
        wellsTesla = field.tesla(startSeconds);
        leftWell = spin.at(wellsTesla).leftWell();
        rightWell = spin.at(wellsTesla).rightWell();
        left = leftWell.averages(startKelvin);
        right = rightWell.averages(startKelvin);
        start = new double[] {startKelvin, model.equilibriumUpperPopulation(startKelvin, wellsTesla), 0, 0};
        startEnergy = energy(start);
    }

    double[] start() {
        return start.clone();
    }

    /** Until the next corner slopes are those of the piece that ends there. */
    void enterPieceUntil(double corner) {
        beforeCorner = Math.nextDown(corner);
    }

    /** Q, heat the spins took up since the start, J/mol. */
    double spinHeat(double[] y) {
        return heatStore.energy(start[KELVIN]) - heatStore.energy(y[KELVIN]) - y[LEAK];
    }

    @Override
    public int size() {
        return 4;
    }

    @Override
    public void derivative(double t, double[] y, double[] dydt) {
        rates(field.tesla(t), slope(t), y, dydt);
    }

    /** By the field alone: within a piece its slope hardly changes. */
    @Override
    public void timeDerivative(double t, double[] y, double[] dfdt) {
        var slope = slope(t);
        if (slope == 0) {
            Arrays.fill(dfdt, 0);
            return;
        }
        var tesla = field.tesla(t);
        var below = new double[dfdt.length];
        rates(tesla - FIELD_DIFFERENCE, slope, y, below);
        rates(tesla + FIELD_DIFFERENCE, slope, y, dfdt);
        for (var i = 0; i < dfdt.length; i++) {
            dfdt[i] = (dfdt[i] - below[i]) / (2 * FIELD_DIFFERENCE) * slope;
        }
    }

    private double slope(double t) {
        return field.teslaPerSecond(Math.min(t, beforeCorner));
    }

    private void rates(double tesla, double slope, double[] y, double[] dydt) {
        var kelvin = y[KELVIN];
        if (!(kelvin > 0 && kelvin < Double.POSITIVE_INFINITY)) {
            Arrays.fill(dydt, Double.NaN);
            return;
        }
        look(tesla, kelvin);
        var p = y[UPPER];
        var crossing = exchange.rates(tesla, left, right);
        var toUpper = crossing.toRight() * (1 - p) - crossing.toLeft() * p;
        // M = -R (g muB/kB) <m> per mole: the field works -M dB and, inside the wells, takes the heat T dM/dT dB.
        var moment = -Constants.GAS * spin.zeemanKelvin(1) * slope;
        var inWells = kelvin * moment * ((1 - p) * left.magneticNumberSlope() + p * right.magneticNumberSlope());
        var leak = leakPower(kelvin, slope);
        dydt[UPPER] = toUpper;
        dydt[WORK] = -moment * ((1 - p) * left.magneticNumber() + p * right.magneticNumber());
        dydt[LEAK] = leak;
        dydt[KELVIN] = (-Constants.GAS * (right.energy() - left.energy()) * toUpper - inWells - leak) / heatCapacity(y);
    }

    private double leakPower(double kelvin, double slope) {
        var out = surroundings.linkWattPerKelvin() * (kelvin - surroundings.bathKelvin());
        var in = surroundings.powerWatt() + surroundings.eddyWattPerTeslaPerSecondSquared() * slope * slope;
        return (out - in) / surroundings.moles();
    }

    @Override
    public double tolerance(int i, double[] y) {
        return switch (i) {
            case KELVIN -> RELATIVE * y[KELVIN];
            case UPPER -> RELATIVE * y[UPPER] + LEAST_POPULATION;
            default -> RELATIVE * Math.abs(y[i]) + LEAST_ENERGY;
        };
    }

    /** Puts the temperature where the first law wants it. */
    @Override
    public void conserve(double t, double[] y) {
        look(field.tesla(t), y[KELVIN]);
        y[KELVIN] += (startEnergy + y[WORK] - y[LEAK] - energy(y)) / heatCapacity(y);
    }

    /** U of everything, J/mol; needs a look first. */
    private double energy(double[] y) {
        var p = y[UPPER];
        return Constants.GAS * ((1 - p) * left.energy() + p * right.energy()) + heatStore.energy(y[KELVIN]);
    }

    /** C<sub>tot</sub>/n, J/(mol K); needs a look first. */
    private double heatCapacity(double[] y) {
        var p = y[UPPER];
        return Constants.GAS * ((1 - p) * left.heatCapacity() + p * right.heatCapacity())
                + heatStore.heatCapacity(y[KELVIN]);
    }

    /** Averages of both wells, kept while field and temperature stay. */
    private void look(double tesla, double kelvin) {
        var moved = tesla != wellsTesla;
        if (moved) {
            var levels = spin.at(tesla);
            leftWell = levels.leftWell();
            rightWell = levels.rightWell();
            wellsTesla = tesla;
        }
        if (moved || kelvin != left.kelvin()) {
            left = leftWell.averages(kelvin);
            right = rightWell.averages(kelvin);
        }
    }
}
