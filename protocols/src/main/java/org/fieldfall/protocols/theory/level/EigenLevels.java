package org.fieldfall.protocols.theory.level;

import java.util.List;
import java.util.stream.IntStream;

/** The levels of a diagonalised Hamiltonian at one field, block by block. Immutable. */
final class EigenLevels implements Spectrum {

    private static final double SERIES_BELOW = 1e-3;

    private final List<BlockLevels> blocks;
    private final double lowest;

    EigenLevels(List<BlockLevels> blocks) {
        this.blocks = blocks;
        lowest = blocks.stream().mapToDouble(block -> block.energy(0)).min().orElseThrow();
    }

    List<BlockLevels> blocks() {
        return blocks;
    }

    /** E<sub>k</sub>/k<sub>B</sub>, ascending. */
    double[] energiesKelvin() {
        return blocks.stream()
                .flatMapToDouble(block -> IntStream.range(0, block.size()).mapToDouble(block::energy))
                .sorted()
                .toArray();
    }

    @Override
    public double lowestKelvin() {
        return lowest;
    }

    @Override
    public Averages averages(double kelvin) {
        Spectrum.checkTemperature(kelvin);
        double z = 0, e = 0, ee = 0, m = 0, em = 0;
        for (var block : blocks) {
            for (var k = 0; k < block.size(); k++) {
                var above = block.energy(k) - lowest;
                var share = Math.exp(-above / kelvin);
                z += share;
                e += share * above;
                ee += share * above * above;
                m -= share * block.moment(k);
                em -= share * above * block.moment(k);
            }
        }
        e /= z;
        m /= z;
        return new Averages(kelvin, lowest, z, e, Math.max(0, ee / z - e * e), m, em / z - e * m);
    }

    /** χ by Van Vleck: Σ |⟨i|μ|j⟩|² (n<sub>i</sub> − n<sub>j</sub>)/(E<sub>j</sub> − E<sub>i</sub>), equal levels at their limit n/T, less M²/T. */
    @Override
    public Equilibrium equilibrium(double kelvin) {
        var heat = averages(kelvin);
        var sum = 0.0;
        for (var block : blocks) {
            sum += vanVleck(block, kelvin);
        }
        var moment = -heat.magneticNumber();
        var curvature = sum / heat.partitionSum() - moment * moment / kelvin;
        return new Equilibrium(heat, moment, -heat.magneticNumberSlope(), Constants.BOHR_MAGNETON_KELVIN * curvature);
    }

    private double vanVleck(BlockLevels block, double kelvin) {
        var shares = shares(block, kelvin);
        var sum = 0.0;
        for (var j = 0; j < shares.length; j++) {
            sum += shares[j] * block.moment(j) * block.moment(j) / kelvin;
            for (var i = 0; i < j; i++) {
                var gap = block.energy(j) - block.energy(i);
                sum += 2 * block.strength(j, i) * exchange(shares[i], shares[j], gap, kelvin);
            }
        }
        return sum;
    }

    /** (n<sub>i</sub> − n<sub>j</sub>)/gap = (n<sub>i</sub> + n<sub>j</sub>) tanh(gap/2T)/gap. */
    private static double exchange(double lower, double upper, double gap, double kelvin) {
        if (gap >= SERIES_BELOW * kelvin) {
            return (lower - upper) / gap;
        }
        var half = gap / (2 * kelvin);
        return (lower + upper) / (2 * kelvin) * (1 - half * half / 3);
    }

    private double[] shares(BlockLevels block, double kelvin) {
        var shares = new double[block.size()];
        for (var k = 0; k < shares.length; k++) {
            shares[k] = Math.exp((lowest - block.energy(k)) / kelvin);
        }
        return shares;
    }

    /** The share of each level, block by block; they add up to one. */
    List<double[]> populations(double kelvin) {
        var z = averages(kelvin).partitionSum();
        var populations = blocks.stream().map(block -> shares(block, kelvin)).toList();
        for (var block : populations) {
            for (var k = 0; k < block.length; k++) {
                block[k] /= z;
            }
        }
        return populations;
    }

    /** Σ n<sub>k</sub> E<sub>k</sub> above the lowest level. */
    double excessOf(List<double[]> populations) {
        var excess = 0.0;
        for (var b = 0; b < blocks.size(); b++) {
            var shares = populations.get(b);
            for (var k = 0; k < shares.length; k++) {
                excess += shares[k] * (blocks.get(b).energy(k) - lowest);
            }
        }
        return excess;
    }
}
