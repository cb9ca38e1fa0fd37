package org.fieldfall.protocols.theory.lattice;

import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * A heat capacity given at some temperatures: of a sample per mole, of a platform for the whole of it.
 *
 * <p>Between the points C follows a cubic of ln T that is monotone where the points are (F. N. Fritsch and R. E. Carlson,
 * SIAM J. Numer. Anal. 17, 238 (1980), with the slopes of F. N. Fritsch and J. Butland, SIAM J. Sci. Stat. Comput. 5, 300
 * (1984)); S = ∫ C d ln T is taken in closed form and U = ∫ C dT by Gauss's rule to rounding. Below the first point C goes on as T³, which
 * suits what has only phonons there. Above the last point nothing is known and asking is refused. Immutable: threads may
 * share it.
 */
public final class Tabulated implements Lattice {

    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(8, 0, 1);
    private static final double LARGEST_RATIO = 4;

    private final double[] kelvin;
    private final double[] logarithm;
    private final double[] capacity;
    private final double[] slope;
    private final double[] energy;
    private final double[] entropy;

    /**
     * @param kelvin ascending, each less than four times the one before
     * @param joulePerMoleKelvin C there, above zero; J/K of a platform
     */
    public Tabulated(double[] kelvin, double[] joulePerMoleKelvin) {
        check(kelvin, joulePerMoleKelvin);
        this.kelvin = kelvin.clone();
        capacity = joulePerMoleKelvin.clone();
        logarithm = Arrays.stream(kelvin).map(Math::log).toArray();
        slope = slopes();
        energy = new double[kelvin.length];
        entropy = new double[kelvin.length];
        energy[0] = capacity[0] * kelvin[0] / 4;
        entropy[0] = capacity[0] / 3;
        for (var k = 1; k < kelvin.length; k++) {
            energy[k] = energy[k - 1] + energyWithin(k - 1, 1);
            entropy[k] = entropy[k - 1] + entropyWithin(k - 1, 1);
        }
    }

    @Override
    public double hottestKelvin() {
        return kelvin[kelvin.length - 1];
    }

    @Override
    public double heatCapacity(double kelvin) {
        var k = piece(kelvin);
        return k < 0 ? capacity[0] * Math.pow(kelvin / this.kelvin[0], 3) : capacityWithin(k, share(k, kelvin));
    }

    @Override
    public double energy(double kelvin) {
        var k = piece(kelvin);
        return k < 0 ? energy[0] * Math.pow(kelvin / this.kelvin[0], 4) : energy[k] + energyWithin(k, share(k, kelvin));
    }

    @Override
    public double entropy(double kelvin) {
        var k = piece(kelvin);
        return k < 0
                ? entropy[0] * Math.pow(kelvin / this.kelvin[0], 3)
                : entropy[k] + entropyWithin(k, share(k, kelvin));
    }

    /** The piece of the table a temperature lies in, −1 below the first point. */
    private int piece(double kelvin) {
        if (!(kelvin >= 0 && kelvin <= hottestKelvin())) {
            throw new IllegalArgumentException(
                    "table of heat capacity ends at " + hottestKelvin() + " K, asked for " + kelvin + " K");
        }
        var place = Arrays.binarySearch(this.kelvin, kelvin);
        return Math.min(place < 0 ? -place - 2 : place, this.kelvin.length - 2);
    }

    private double share(int k, double kelvin) {
        return Math.log(kelvin / this.kelvin[k]) / width(k);
    }

    private double width(int k) {
        return logarithm[k + 1] - logarithm[k];
    }

    /** C in the Hermite form c₀ + u (s₀ + u (a + u b)) of the share u of a piece. */
    private double capacityWithin(int k, double u) {
        return capacity[k] + u * (width(k) * slope[k] + u * (quadratic(k) + u * cubic(k)));
    }

    private double quadratic(int k) {
        return 3 * (capacity[k + 1] - capacity[k]) - width(k) * (2 * slope[k] + slope[k + 1]);
    }

    private double cubic(int k) {
        return 2 * (capacity[k] - capacity[k + 1]) + width(k) * (slope[k] + slope[k + 1]);
    }

    private double entropyWithin(int k, double u) {
        var sum = capacity[k] + u * (width(k) * slope[k] / 2 + u * (quadratic(k) / 3 + u * cubic(k) / 4));
        return width(k) * u * sum;
    }

    private double energyWithin(int k, double u) {
        var mean = RULE.integrate(v -> capacityWithin(k, u * v) * Math.exp(width(k) * u * v));
        return width(k) * u * this.kelvin[k] * mean;
    }

    /** dC/d ln T: harmonic means of the two secants, zero at a turning point; at the ends those of a T³ law and of the last secant. */
    private double[] slopes() {
        var last = kelvin.length - 1;
        var slopes = new double[last + 1];
        for (var k = 1; k < last; k++) {
            slopes[k] = between(k);
        }
        slopes[0] = limited(3 * capacity[0], secant(0));
        slopes[last] =
                limited(last == 1 ? secant(0) : 1.5 * secant(last - 1) - 0.5 * slopes[last - 1], secant(last - 1));
        return slopes;
    }

    private double between(int k) {
        var before = secant(k - 1);
        var after = secant(k);
        if (!(before * after > 0)) {
            return 0;
        }
        var total = width(k - 1) + width(k);
        var weight = (total + width(k)) / (3 * total);
        return before * after / (weight * after + (1 - weight) * before);
    }

    private double secant(int k) {
        return (capacity[k + 1] - capacity[k]) / width(k);
    }

    /** A slope at an end, kept between zero and three times the secant, within which the cubic is monotone. */
    private static double limited(double slope, double secant) {
        return secant >= 0 ? Math.max(0, Math.min(slope, 3 * secant)) : Math.min(0, Math.max(slope, 3 * secant));
    }

    private static void check(double[] kelvin, double[] capacity) {
        if (kelvin.length != capacity.length || kelvin.length < 2) {
            throw new IllegalArgumentException("a table needs two points or more, got " + kelvin.length
                    + " temperatures and " + capacity.length + " heat capacities");
        }
        for (var k = 0; k < kelvin.length; k++) {
            var before = k == 0 ? 0 : kelvin[k - 1];
            if (!(kelvin[k] > before && (k == 0 || kelvin[k] < LARGEST_RATIO * before))) {
                throw new IllegalArgumentException("temperatures of a table must be above 0 K and ascend by less than a"
                        + " factor of " + LARGEST_RATIO + ", got " + kelvin[k] + " K after " + before + " K");
            }
            if (!(capacity[k] > 0 && capacity[k] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("heat capacities of a table must be above 0 and finite, got "
                        + capacity[k] + " at " + kelvin[k] + " K");
            }
        }
    }
}
