package org.fieldfall.protocols.theory.kinetics;

import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Levels;

/**
 * One well in equilibrium with itself, looked at over and over in other fields and at other temperatures.
 *
 * <p>The same averages as {@code level.Averages}, with those of M, without allocating. Per spin; energies in kelvin.
 * Mutable; used by one thread.
 */
final class Well {

    // Beyond this many kT the products of the recurrence might leave the range of a double.
    private static final double STEEP = 300;

    private final double curvature;
    private final boolean isEven;
    private final double[] numbers;
    private final double[] zeroField;
    private final double[] degeneracies;
    private final double[] energies;
    private final double[] weights;

    private double kelvin;
    private double lowest;
    private double partitionSum;
    private double energy;
    private double energyVariance;
    private double number;
    private double numberVariance;
    private double covariance;

    private Well(AxialSpin spin, Levels levels) {
        curvature = 2 * spin.anisotropyKelvin();
        isEven = spin.quarticKelvin() == 0;
        numbers = levels.magneticNumbers();
        zeroField = levels.energiesKelvin();
        energies = new double[numbers.length];
        weights = new double[numbers.length];
        degeneracies = new double[numbers.length];
        for (var k = 0; k < numbers.length; k++) {
            degeneracies[k] = numbers[k] == 0 ? 0.5 : 1;
        }
    }

    static Well left(AxialSpin spin) {
        return new Well(spin, spin.at(0).leftWell());
    }

    static Well right(AxialSpin spin) {
        return new Well(spin, spin.at(0).rightWell());
    }

    /** Averages from now on are those at this splitting g μ<sub>B</sub> B/k<sub>B</sub> and temperature. */
    void look(double zeemanKelvin, double kelvin) {
        this.kelvin = kelvin;
        var ground = 0;
        var top = Double.NEGATIVE_INFINITY;
        for (var k = 0; k < energies.length; k++) {
            energies[k] = zeroField[k] + zeemanKelvin * numbers[k];
            ground = energies[k] < energies[ground] ? k : ground;
            top = Math.max(top, energies[k]);
        }
        lowest = energies[ground];
        if (isEven && top - lowest < STEEP * kelvin) {
            weighByRecurrence(ground);
        } else {
            weigh();
        }
        average(numbers[ground]);
    }

    private void weigh() {
        for (var k = 0; k < energies.length; k++) {
            weights[k] = Math.exp((lowest - energies[k]) / kelvin);
        }
    }

    /**
     * With D below zero and nothing of fourth order the energies bend down evenly, so that the lowest lies at an end; from
     * there on each weight is the one before times a ratio that grows by exp(−2D/T).
     */
    private void weighByRecurrence(int ground) {
        var step = ground == 0 ? 1 : -1;
        weights[ground] = 1;
        if (energies.length == 1) {
            return;
        }
        var ratio = Math.exp((lowest - energies[ground + step]) / kelvin);
        var growth = Math.exp(-curvature / kelvin);
        for (var k = ground + step; k >= 0 && k < energies.length; k += step) {
            weights[k] = weights[k - step] * ratio;
            ratio *= growth;
        }
    }

    /** M is counted from the ground level as the energy is: variances then keep their digits when they are small. */
    private void average(double groundNumber) {
        double z = 0, e = 0, ee = 0, m = 0, mm = 0, em = 0;
        for (var k = 0; k < energies.length; k++) {
            var above = energies[k] - lowest;
            var aside = numbers[k] - groundNumber;
            var share = degeneracies[k] * weights[k];
            z += share;
            e += share * above;
            ee += share * above * above;
            m += share * aside;
            mm += share * aside * aside;
            em += share * above * aside;
        }
        e /= z;
        m /= z;
        partitionSum = z;
        energy = lowest + e;
        energyVariance = Math.max(0, ee / z - e * e);
        number = groundNumber + m;
        numberVariance = Math.max(0, mm / z - m * m);
        covariance = em / z - e * m;
    }

    /** U, kelvin. */
    double energy() {
        return energy;
    }

    /** C at fixed field, k<sub>B</sub>. */
    double heatCapacity() {
        return energyVariance / (kelvin * kelvin);
    }

    /** ⟨M⟩. */
    double number() {
        return number;
    }

    /** ∂⟨M⟩/∂T at fixed field, per kelvin. */
    double numberSlope() {
        return covariance / (kelvin * kelvin);
    }

    /** −∂⟨M⟩/∂(g μ<sub>B</sub> B/k<sub>B</sub>), per kelvin. */
    double numberResponse() {
        return numberVariance / kelvin;
    }

    /** Z of this well over Z of that. */
    double partitionRatioTo(Well that) {
        return partitionSum / that.partitionSum * Math.exp((that.lowest - lowest) / kelvin);
    }
}
