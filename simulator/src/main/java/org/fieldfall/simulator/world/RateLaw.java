package org.fieldfall.simulator.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which rates one species has at a temperature and a local field. Immutable. */
final class RateLaw {

    private static final double CLASSICAL = 1e-4;

    private final Ladder ladder;
    private final PhononPairs.Pair[] phonons;
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
        this.phonons = phonons.pairs().stream()
                .filter(pair -> pace.crosses() || ladder.m(pair.low()) * ladder.m(pair.high()) > 0)
                .toArray(PhononPairs.Pair[]::new);
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

    RateMatrix matrix() {
        List<int[]> pairs = new ArrayList<>(mirrors);
        for (PhononPairs.Pair pair : phonons) {
            pairs.add(new int[] {pair.low(), pair.high()});
        }
        for (TunnelPair pair : tunnels) {
            pairs.add(new int[] {pair.i(), pair.j()});
        }
        return new RateMatrix(ladder.size(), pairs.toArray(int[][]::new));
    }

    /**
     * Writes the rates at a temperature into a matrix.
     *
     * @param energies of the levels in the local field, in kelvin
     * @param outflow room for what leaves each level by phonons
     */
    void rates(double kelvin, double[] energies, double[] outflow, RateMatrix into) {
        into.clear();
        Arrays.fill(outflow, 0);
        for (PhononPairs.Pair pair : phonons) {
            double rise = energies[pair.high()] - energies[pair.low()];
            double gap = Math.abs(rise);
            double down = pair.perCubicKelvin() * emission(gap, kelvin);
            double up = down * Math.exp(-gap / kelvin);
            double rising = rise > 0 ? up : down;
            double falling = rise > 0 ? down : up;
            into.add(pair.low(), pair.high(), pace.phonons() * rising);
            into.add(pair.high(), pair.low(), pace.phonons() * falling);
            outflow[pair.low()] += rising;
            outflow[pair.high()] += falling;
        }
        for (int p = 0; p < tunnels.length; p++) {
            TunnelPair pair = tunnels[p];
            double lives = TunnelPair.HBAR_KELVIN * (outflow[pair.i()] + outflow[pair.j()]) / 2;
            double bias = energies[pair.j()] - energies[pair.i()];
            exchange(pair.i(), pair.j(), pair.rate(bias, kelvinWide[p] + lives), bias / kelvin, into);
        }
        fast.ifPresent(species -> cross(species, kelvin, energies, into));
    }

    private void cross(LevelCrystal.FastSpecies species, double kelvin, double[] energies, RateMatrix into) {
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

    /** d³ (n + 1). */
    private static double emission(double gap, double kelvin) {
        double x = gap / kelvin;
        return x < CLASSICAL ? gap * gap * kelvin * (1 + x / 2) : gap * gap * gap / (1 - Math.exp(-x));
    }
}
