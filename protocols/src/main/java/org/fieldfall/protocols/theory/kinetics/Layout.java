package org.fieldfall.protocols.theory.kinetics;

import java.util.Arrays;

/**
 * Where in the state of {@link TwoWellSystem} what is kept: T of the sample, p of each species, the work the field did on the
 * spins and the heat that left by the link less what heaters brought (J/mol); then, only where they differ from T, the
 * temperature of the platform and the one its thermometer shows.
 */
record Layout(int species, boolean hasPlatform, boolean hasThermometer) {

    static final int KELVIN = 0;
    static final int UPPER = 1;

    static Layout of(TwoWells model) {
        var surroundings = model.surroundings();
        return new Layout(
                model.spins().species().size(),
                surroundings.internalSeconds() > 0,
                surroundings.thermometer().lagSeconds() > 0);
    }

    int work() {
        return UPPER + species;
    }

    int leak() {
        return work() + 1;
    }

    /** Place of the platform's temperature, which may be the sample's. */
    int platform() {
        return hasPlatform ? leak() + 1 : KELVIN;
    }

    /** Place of the temperature that the thermometer follows with a lag, or the platform's. */
    int shown() {
        return hasThermometer ? size() - 1 : platform();
    }

    int size() {
        return leak() + 1 + (hasPlatform ? 1 : 0) + (hasThermometer ? 1 : 0);
    }

    /** A state at one temperature throughout. */
    double[] start(double kelvin, double[] upper) {
        var state = new double[size()];
        state[KELVIN] = kelvin;
        state[platform()] = kelvin;
        state[shown()] = kelvin;
        System.arraycopy(upper, 0, state, UPPER, species);
        return state;
    }

    double[] upper(double[] state) {
        return Arrays.copyOfRange(state, UPPER, UPPER + species);
    }

    boolean isTemperature(int i) {
        return i == KELVIN || i > leak();
    }

    boolean isPopulation(int i) {
        return i >= UPPER && i < work();
    }
}
