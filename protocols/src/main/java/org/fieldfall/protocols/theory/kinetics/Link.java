package org.fieldfall.protocols.theory.kinetics;

/**
 * What leads heat from the platform to the bath: ∫ K(T') dT' from one temperature to the other, so that heat flows from warm
 * to cold and none between equals. Immutable.
 */
public interface Link {

    /** Heat that leaves the warmer end; not a number where K is not known. */
    double watt(double kelvin, double bathKelvin);

    /** K at one temperature; not a number where it is not known. */
    double wattPerKelvin(double kelvin);

    /** So many times this one. */
    default Link times(double factor) {
        return new ScaledLink(this, factor);
    }

    /** No link at all. */
    static Link none() {
        return constant(0);
    }

    /** The same K at all temperatures. */
    static Link constant(double wattPerKelvin) {
        return new PowerLink(wattPerKelvin, 1, 0);
    }

    /** K = K₀ (T/T₀)ⁿ: n = 1 of a metal or an alloy, 2 to 3 of an insulator. */
    static Link power(double wattPerKelvin, double atKelvin, double exponent) {
        return new PowerLink(wattPerKelvin, atKelvin, exponent);
    }

    /** K by straight lines between measured points in ascending temperature; unknown outside them. */
    static Link table(double[] kelvin, double[] wattPerKelvin) {
        return new TableLink(kelvin, wattPerKelvin);
    }
}
