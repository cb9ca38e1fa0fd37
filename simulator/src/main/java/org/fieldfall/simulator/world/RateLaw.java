package org.fieldfall.simulator.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which rates one species has at a temperature and a local field. Immutable; threads may share it. */
final class RateLaw {

    private static final double CLASSICAL = 1e-4;

    private final Ladder ladder;
    private final double[] singles;
    private final double[] doubles;
    private final TunnelPair[] tunnels;
    private final double[] kelvinWide;
    private final List<int[]> mirrors = new ArrayList<>();
    private final Optional<LevelCrystal.FastSpecies> fast;
    private final LevelCrystal.Pace pace;

    RateLaw(
            Ladder ladder,
            PhononPairs phonons,
            List<TunnelPair> tunnels,
            double lineWidthTesla,
            Optional<LevelCrystal.FastSpecies> fast,
            LevelCrystal.Pace pace) {
        this.ladder = ladder;
        this.fast = fast;
        this.pace = pace;
        this.singles = steps(phonons, 1);
        this.doubles = steps(phonons, 2);
        this.tunnels = pace.crosses() ? tunnels.toArray(TunnelPair[]::new) : new TunnelPair[0];
        this.kelvinWide = new double[this.tunnels.length];
        for (int p = 0; p < this.tunnels.length; p++) {
            int apart = this.tunnels[p].j() - this.tunnels[p].i();
            kelvinWide[p] = ladder.kelvinPerTesla() * lineWidthTesla * apart;
        }
        if (fast.isPresent() && pace.crosses()) {
            for (int k = 0; k < ladder.size() / 2; k++) {
                mirrors.add(new int[] {k, ladder.size() - 1 - k});
            }
        }
    }

    /** Strength of each step of one length, by the lower level; zero where it is forbidden. */
    private double[] steps(PhononPairs phonons, int length) {
        double[] strengths = phonons.strengths(length);
        for (int k = 0; k < strengths.length; k++) {
            strengths[k] *= pace.crosses() || ladder.m(k) * ladder.m(k + length) > 0 ? 1 : 0;
        }
        return strengths;
    }

    RateMatrix matrix() {
        List<int[]> pairs = new ArrayList<>(mirrors);
        for (int k = 0; k < singles.length; k++) {
            pairs.add(new int[] {k, k + 1});
        }
        for (int k = 0; k < doubles.length; k++) {
            pairs.add(new int[] {k, k + 2});
        }
        for (TunnelPair pair : tunnels) {
            pairs.add(new int[] {pair.i(), pair.j()});
        }
        return new RateMatrix(ladder.size(), pairs.toArray(int[][]::new));
    }

    /**
     * Writes the rates at a temperature into a matrix, those that all species have.
     *
     * @param energies of the levels in the local field, in kelvin
     * @param outflow room for what leaves each level by phonons
     */
    void rates(double kelvin, double[] energies, double[] outflow, RateMatrix into) {
        into.clear();
        Arrays.fill(outflow, 0);
        double perKelvin = 1 / kelvin;
        double before = 1;
        for (int k = 0; k + 1 < energies.length; k++) {
            // exp of what each step falls: two exponentials serve three pairs, as the steps multiply.
            double step = Math.exp((energies[k] - energies[k + 1]) * perKelvin);
            phonon(singles[k], k, k + 1, energies[k + 1] - energies[k], step, kelvin, outflow, into);
            if (k > 0) {
                phonon(
                        doubles[k - 1],
                        k - 1,
                        k + 1,
                        energies[k + 1] - energies[k - 1],
                        before * step,
                        kelvin,
                        outflow,
                        into);
            }
            before = step;
        }
        for (int p = 0; p < tunnels.length; p++) {
            TunnelPair pair = tunnels[p];
            double lives = TunnelPair.HBAR_KELVIN * (outflow[pair.i()] + outflow[pair.j()]) / 2;
            double bias = energies[pair.j()] - energies[pair.i()];
            exchange(pair.i(), pair.j(), pair.rate(bias, kelvinWide[p] + lives), bias * perKelvin, into);
        }
    }

    /**
     * One pair both ways: d³ n up and d³ (n + 1) down.
     *
     * @param boltzmann exp(−rise/T)
     */
    private void phonon(
            double perCubicKelvin,
            int low,
            int high,
            double rise,
            double boltzmann,
            double kelvin,
            double[] outflow,
            RateMatrix into) {
        if (perCubicKelvin == 0) {
            return;
        }
        double rising = perCubicKelvin * absorbed(rise, boltzmann, kelvin);
        double falling = rising / boltzmann;
        into.add(low, high, pace.phonons() * rising);
        into.add(high, low, pace.phonons() * falling);
        outflow[low] += rising;
        outflow[high] += falling;
    }

    /** d³/(exp(d/T) − 1), of either sign. */
    private static double absorbed(double rise, double boltzmann, double kelvin) {
        return Math.abs(rise) < CLASSICAL * kelvin
                ? rise * rise * (kelvin - rise / 2)
                : rise * rise * rise * boltzmann / (1 - boltzmann);
    }

    /** Adds what the fast species has beyond the others' rates; nothing for the slow one. */
    void cross(double kelvin, double[] energies, RateMatrix into) {
        if (fast.isEmpty()) {
            return;
        }
        LevelCrystal.FastSpecies species = fast.get();
        double rate = Math.exp(-species.barrierKelvin() / kelvin) / (2 * species.tau0Seconds());
        for (int[] mirror : mirrors) {
            exchange(mirror[0], mirror[1], rate, (energies[mirror[1]] - energies[mirror[0]]) / kelvin, into);
        }
    }

    /** Both ways with the weight of detailed balance. */
    private void exchange(int i, int j, double rate, double biasOverKelvin, RateMatrix into) {
        double small = Math.exp(-Math.abs(biasOverKelvin));
        double downhill = pace.others() * rate * 2 / (1 + small);
        double uphill = downhill * small;
        into.add(i, j, biasOverKelvin > 0 ? uphill : downhill);
        into.add(j, i, biasOverKelvin > 0 ? downhill : uphill);
    }
}
