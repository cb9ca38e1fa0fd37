package org.fieldfall.protocols.theory.lattice;

/** Two lattices at one temperature. */
record Sum(Lattice first, Lattice second) implements Lattice {

    @Override
    public double energy(double kelvin) {
        return first.energy(kelvin) + second.energy(kelvin);
    }

    @Override
    public double heatCapacity(double kelvin) {
        return first.heatCapacity(kelvin) + second.heatCapacity(kelvin);
    }

    @Override
    public double entropy(double kelvin) {
        return first.entropy(kelvin) + second.entropy(kelvin);
    }

    @Override
    public Heat heat(double kelvin) {
        var one = first.heat(kelvin);
        var other = second.heat(kelvin);
        return new Heat(one.energy() + other.energy(), one.capacity() + other.capacity());
    }

    @Override
    public double hottestKelvin() {
        return Math.min(first.hottestKelvin(), second.hottestKelvin());
    }
}
