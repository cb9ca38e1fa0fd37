package org.fieldfall.protocols.theory.lattice;

/**
 * Whatever stores heat and does not feel the field: the phonons of the sample, the platform it sits on.
 *
 * <p>Molar for a sample; for a platform the same three quantities of the whole of it (J, J/K). Immutable.
 */
public interface Lattice {

    /** Nothing at all: stores no heat. */
    static Lattice none() {
        return new ConstantHeatCapacity(0);
    }

    /** U(T) − U(0), J/mol. */
    double energy(double kelvin);

    /** C = dU/dT, J/(mol K). */
    double heatCapacity(double kelvin);

    /** S(T), J/(mol K), with dS/dT = C/T. */
    double entropy(double kelvin);

    /** U and C together, where that is quicker. */
    default Heat heat(double kelvin) {
        return new Heat(energy(kelvin), heatCapacity(kelvin));
    }

    /**
     * U and C at one temperature.
     *
     * @param energy U(T) − U(0), J/mol
     * @param capacity dU/dT, J/(mol K)
     */
    record Heat(double energy, double capacity) {}

    /** Above this nothing is known of it, as with a table; asking is refused. */
    default double hottestKelvin() {
        return Double.POSITIVE_INFINITY;
    }

    /** Both together. */
    default Lattice plus(Lattice other) {
        return new Sum(this, other);
    }

    /** So many times this one. */
    default Lattice times(double factor) {
        return new Scaled(this, factor);
    }
}
