package org.fieldfall.simulator.world;

import java.util.Arrays;

/** K(T) of a link, in W/K. Immutable. */
public interface Conductance {

    double at(double kelvin);

    /** Mean of K from one temperature to the other, by Simpson's rule: the heat that flows is this times their difference. */
    default double between(double kelvin, double otherKelvin) {
        return (at(kelvin) + 4 * at((kelvin + otherKelvin) / 2) + at(otherKelvin)) / 6;
    }

    /** The same at all temperatures. */
    static Conductance constant(double wattPerKelvin) {
        return new Conductance() {
            @Override
            public double at(double kelvin) {
                return wattPerKelvin;
            }

            @Override
            public double between(double kelvin, double otherKelvin) {
                return wattPerKelvin;
            }
        };
    }

    /** K₀ (T/T₀)ⁿ. */
    static Conductance power(double wattPerKelvin, double atKelvin, double exponent) {
        return kelvin -> wattPerKelvin * Math.pow(kelvin / atKelvin, exponent);
    }

    /** Straight lines between points in ascending temperature; outside them as at the nearest. */
    static Conductance table(double[] kelvin, double[] wattPerKelvin) {
        if (kelvin.length != wattPerKelvin.length || kelvin.length == 0) {
            throw new IllegalArgumentException("a link needs as many temperatures as conductances and one or more, not "
                    + kelvin.length + " and " + wattPerKelvin.length);
        }
        double[] at = kelvin.clone();
        double[] value = wattPerKelvin.clone();
        return wanted -> {
            int above = Arrays.binarySearch(at, wanted);
            if (above >= 0) {
                return value[above];
            }
            int next = -above - 1;
            if (next == 0 || next == at.length) {
                return value[next == 0 ? 0 : next - 1];
            }
            double share = (wanted - at[next - 1]) / (at[next] - at[next - 1]);
            return value[next - 1] + share * (value[next] - value[next - 1]);
        };
    }

    /** So many times this one. */
    default Conductance times(double factor) {
        return kelvin -> factor * at(kelvin);
    }
}
