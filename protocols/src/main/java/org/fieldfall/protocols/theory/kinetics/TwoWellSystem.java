package org.fieldfall.protocols.theory.kinetics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
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
    private static final double ROUNDING = 1e-15;
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

    private final Slopes slopes;
    private final Slopes below;
    private final Slopes middle;
    private final Slopes above;

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
        slopes = new Slopes(layout);
        below = new Slopes(layout);
        middle = new Slopes(layout);
        above = new Slopes(layout);
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
        rates(field.tesla(t), slope(t), y, slopes);
        System.arraycopy(slopes.rates, 0, dydt, 0, dydt.length);
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
        rates(tesla, slope, y, middle);
        rates(tesla - FIELD_DIFFERENCE, slope, y, below);
        rates(tesla + FIELD_DIFFERENCE, slope, y, above);
        for (var i = 0; i < size(); i++) {
            dfdt[i] = slope * difference(i, FIELD_DIFFERENCE);
        }
        dfdt[Layout.KELVIN] = cooling(i -> dfdt[i], slope / (2 * FIELD_DIFFERENCE));
    }

    /**
     * By central differences too, but the row of T put together from those of p: crossings a thousand million times faster
     * than the heat leak must cancel from the energy, or their rounding would outweigh it.
     */
    @Override
    public void jacobian(double t, double[] y, double[][] jacobian) {
        var tesla = field.tesla(t);
        var slope = slope(t);
        var stage = y.clone();
        rates(tesla, slope, y, middle);
        for (var j = size() - 1; j >= 0; j--) {
            var reach = StiffSystem.reach(y[j]);
            stage[j] = y[j] - reach;
            rates(tesla, slope, stage, below);
            stage[j] = y[j] + reach;
            rates(tesla, slope, stage, above);
            stage[j] = y[j];
            var column = j;
            for (var i = 0; i < size(); i++) {
                jacobian[i][column] = difference(i, reach);
            }
            jacobian[Layout.KELVIN][column] = cooling(i -> jacobian[i][column], 1 / (2 * reach));
        }
    }

    private double difference(int i, double reach) {
        return (above.rates[i] - below.rates[i]) / (2 * reach);
    }

    /** The derivative of dT/dt = −Σ G dp/dt − r by the product rule, from that of dp/dt. */
    private double cooling(IntToDoubleFunction ofRate, double perDifference) {
        var sum = (above.rest - below.rest) * perDifference;
        for (var s = 0; s < layout.species(); s++) {
            var i = Layout.UPPER + s;
            sum += middle.perCrossing[s] * ofRate.applyAsDouble(i)
                    + (above.perCrossing[s] - below.perCrossing[s]) * perDifference * middle.rates[i];
        }
        return -sum;
    }

    /** dy/dt with its parts: the cooling by each crossing, G, and all other cooling, r, in dT/dt = −Σ G dp/dt − r. */
    private static final class Slopes {

        private final double[] rates;
        private final double[] perCrossing;
        private double rest;
        private double capacity;

        Slopes(Layout layout) {
            rates = new double[layout.size()];
            perCrossing = new double[layout.species()];
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

    private void rates(double tesla, double slope, double[] y, Slopes into) {
        var kelvin = y[Layout.KELVIN];
        var platformKelvin = y[layout.platform()];
        var dydt = into.rates;
        if (!isKnown(sample, kelvin) || !isKnown(platform, platformKelvin)) {
            Arrays.fill(dydt, Double.NaN);
            return;
        }
        look(tesla, y);
        var capacity = sampleHeatCapacity(kelvin);
        var leak = surroundings.lossWatt(platformKelvin, slope) / surroundings.moles();
        var lost = layout.hasPlatform() ? contact * (kelvin - platformKelvin) : leak;
        into.capacity = capacity;
        into.rest = (spins.heatPerTesla() * slope + lost) / capacity;
        dydt[Layout.KELVIN] = -into.rest;
        for (var s = 0; s < layout.species(); s++) {
            var crossing = spins.wells(s).crossing(y[Layout.UPPER + s]);
            into.perCrossing[s] = spins.heatPerCrossing(s) / capacity;
            dydt[Layout.UPPER + s] = crossing;
            dydt[Layout.KELVIN] -= into.perCrossing[s] * crossing;
        }
        dydt[layout.work()] = -spins.moment() * slope;
        dydt[layout.leak()] = leak;
        if (layout.hasPlatform()) {
            dydt[layout.platform()] = (lost - leak) / platform.heatCapacity(platformKelvin);
        }
        if (layout.hasThermometer()) {
            dydt[layout.shown()] = (platformKelvin - y[layout.shown()])
                    / surroundings.thermometer().lagSeconds();
        }
    }

    private static boolean isKnown(Lattice lattice, double kelvin) {
        return kelvin > 0 && kelvin < Double.POSITIVE_INFINITY && kelvin <= lattice.hottestKelvin();
    }

    @Override
    public double tolerance(int i, double[] y) {
        if (layout.isTemperature(i)) {
            return tolerance * y[i];
        }
        // An error of the energy becomes one of T, however little heat the sample stores when it is cold.
        if (layout.isPopulation(i)) {
            var species = i - Layout.UPPER;
            var felt = y[Layout.KELVIN] / Math.abs(middle.perCrossing[species]);
            var own = (Math.abs(y[i]) + LEAST_POPULATION) / spins.wells(species).share();
            return Math.max(ROUNDING, tolerance * Math.min(own, felt));
        }
        return tolerance * Math.min(Math.abs(y[i]) + LEAST_ENERGY, y[Layout.KELVIN] * middle.capacity);
    }

    /** Temperature alone. */
    @Override
    public double[] slack() {
        var direction = new double[size()];
        direction[Layout.KELVIN] = 1;
        return direction;
    }

    /** Puts temperature and populations where the first law wants them. */
    @Override
    public void conserve(double t, double[] y, double[] along) {
        look(field.tesla(t), y);
        var taken = sampleHeatCapacity(y[Layout.KELVIN]) * along[Layout.KELVIN];
        for (var s = 0; s < layout.species(); s++) {
            taken += spins.heatPerCrossing(s) * along[Layout.UPPER + s];
        }
        var share = (startEnergy + y[layout.work()] - y[layout.leak()] - energy(y)) / taken;
        for (var i = 0; i < layout.work(); i++) {
            y[i] += share * along[i];
        }
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
