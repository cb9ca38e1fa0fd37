package org.fieldfall.protocols.theory.lattice;

/** A lattice taken so many times. */
record Scaled(Lattice lattice, double factor) implements Lattice {

    Scaled {
        if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("factor of a lattice must be 0 or above and finite, got " + factor);
        }
    }

    @Override
    public double energy(double kelvin) {
        return factor * lattice.energy(kelvin);
    }

    @Override
    public double heatCapacity(double kelvin) {
        return factor * lattice.heatCapacity(kelvin);
    }

    @Override
    public double entropy(double kelvin) {
        return factor * lattice.entropy(kelvin);
    }

    @Override
    public Heat heat(double kelvin) {
        var heat = lattice.heat(kelvin);
        return new Heat(factor * heat.energy(), factor * heat.capacity());
    }

    @Override
    public double hottestKelvin() {
        return lattice.hottestKelvin();
    }
}
