package org.fieldfall.protocols.theory.kinetics;

import java.util.Arrays;
import org.fieldfall.protocols.theory.lattice.Lattice;

/**
 * The equations of K1 for one mole of sample with its share of the surroundings; the state is laid out by {@link Layout}.
 *
 * <p>Energy is the start's plus work minus leak, which is how it is conserved to rounding. Mutable; used by one thread.
 */
final class TwoWellSystem implements StiffSystem {

    // A step's tolerance; over 100 s of the first shot they add up to 0.2 µK.
    static final double TOLERANCE = 1e-7;

    private static final double LEAST_POPULATION = 1e-3;
    private static final double LEAST_ENERGY = 10;
    private static final double FIELD_DIFFERENCE = 1e-5;

    private final Layout layout;
    private final LocalSpins spins;
    private final Resonances resonances;
    private final Lattice sample;
    private final Lattice platform;
    private final double contact;
    private final Surroundings surroundings;
    private final FieldHistory field;
    private final double tolerance;

    private final double[] start;
    private final double startEnergy;

    private double beforeCorner = Double.POSITIVE_INFINITY;
    private double sampleKelvin = Double.NaN;
    private double sampleCapacity;

    /** Starts at a time with one temperature and these populations, from which work, leak and heat are counted. */
    TwoWellSystem(
            TwoWells model,
            FieldHistory field,
            double startSeconds,
            double startKelvin,
            double[] upper,
            double tolerance) {
        layout = Layout.of(model);
        spins = new LocalSpins(model.spins());
        resonances = model.spins().resonances();
        surroundings = model.surroundings();
        var addenda = surroundings.addenda().times(1 / surroundings.moles());
        sample = layout.hasPlatform() ? model.lattice() : model.lattice().plus(addenda);
        platform = layout.hasPlatform() ? addenda : Lattice.none();
        this.field = field;
        this.tolerance = tolerance;
        start = layout.start(startKelvin, upper);
        look(field.tesla(startSeconds), start);
        contact = layout.hasPlatform() ? contact(startKelvin) : 0;
        startEnergy = energy(start);
    }

    /** W/(K mol) that equalises two heat capacities in τ₂. */
    private double contact(double kelvin) {
        var one = sampleHeatCapacity(kelvin);
        var other = platform.heatCapacity(kelvin);
        if (!(other > 0)) {
            throw new IllegalArgumentException("an internal time of " + surroundings.internalSeconds()
                    + " s needs addenda that store heat, got " + other + " J/K per mole of sample");
        }
        return one * other / (one + other) / surroundings.internalSeconds();
    }

    Layout layout() {
        return layout;
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
        return stored(start) - stored(y) - y[layout.leak()];
    }

    /** What the thermometer shows. */
    double shownKelvin(double[] y) {
        return y[layout.shown()] + surroundings.thermometer().offsetKelvin();
    }

    /** U of all that does not feel the field. */
    private double stored(double[] y) {
        return sample.energy(y[Layout.KELVIN]) + platform.energy(y[layout.platform()]);
    }

    @Override
    public int size() {
        return layout.size();
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

    /** No step may carry the field across a tunnelling resonance that its stages might miss. */
    @Override
    public double longestStep(double t, double[] y) {
        var slope = Math.abs(slope(t));
        return slope == 0 ? Double.POSITIVE_INFINITY : resonances.nearTesla(spins.localTesla()) / slope;
    }

    private double slope(double t) {
        return field.teslaPerSecond(Math.min(t, beforeCorner));
    }

    private void rates(double tesla, double slope, double[] y, double[] dydt) {
        var kelvin = y[Layout.KELVIN];
        var platformKelvin = y[layout.platform()];
        if (!(kelvin > 0 && kelvin < Double.POSITIVE_INFINITY && platformKelvin > 0)) {
            Arrays.fill(dydt, Double.NaN);
            return;
        }
        look(tesla, y);
        for (var s = 0; s < layout.species(); s++) {
            dydt[Layout.UPPER + s] = spins.wells(s).crossing(y[Layout.UPPER + s]);
        }
        var drawn = spins.heatDrawn(slope, dydt, Layout.UPPER);
        var leak = surroundings.lossWatt(platformKelvin, slope) / surroundings.moles();
        var lost = layout.hasPlatform() ? contact * (kelvin - platformKelvin) : leak;
        dydt[layout.work()] = -spins.moment() * slope;
        dydt[layout.leak()] = leak;
        dydt[Layout.KELVIN] = -(drawn + lost) / sampleHeatCapacity(kelvin);
        if (layout.hasPlatform()) {
            dydt[layout.platform()] = (lost - leak) / platform.heatCapacity(platformKelvin);
        }
        if (layout.hasThermometer()) {
            dydt[layout.shown()] = (platformKelvin - y[layout.shown()])
                    / surroundings.thermometer().lagSeconds();
        }
    }

    @Override
    public double tolerance(int i, double[] y) {
        if (layout.isTemperature(i)) {
            return tolerance * y[i];
        }
        if (layout.isPopulation(i)) {
            // What the others feel of a species is its share.
            return tolerance
                    * (Math.abs(y[i]) + LEAST_POPULATION)
                    / spins.wells(i - Layout.UPPER).share();
        }
        return tolerance * (Math.abs(y[i]) + LEAST_ENERGY);
    }

    /** Puts the temperature where the first law wants it. */
    @Override
    public void conserve(double t, double[] y) {
        look(field.tesla(t), y);
        y[Layout.KELVIN] +=
                (startEnergy + y[layout.work()] - y[layout.leak()] - energy(y)) / sampleHeatCapacity(y[Layout.KELVIN]);
    }

    /** U of everything, J/mol; needs a look first. */
    private double energy(double[] y) {
        return spins.energy() + stored(y);
    }

    /** C<sub>tot</sub>/n without a platform apart, J/(mol K); needs a look first. */
    private double sampleHeatCapacity(double kelvin) {
        if (kelvin != sampleKelvin) {
            sampleCapacity = sample.heatCapacity(kelvin);
            sampleKelvin = kelvin;
        }
        return spins.heatCapacity() + sampleCapacity;
    }

    private void look(double tesla, double[] y) {
        spins.look(tesla, y[Layout.KELVIN], y, Layout.UPPER);
    }
}
