package org.fieldfall.simulator.fastps;

import java.util.Arrays;
import java.util.List;
import org.fieldfall.simulator.world.LevelList;

/** The stored waveform. Its points are 100 us apart, as the 1K5's manual says; the remote manual says 10 us. */
final class Waveform {

    static final long MOST_PERIODS = (1L << 32) - 1;

    private static final double POINT_SECONDS = 100e-6;
    private static final int FEWEST = 100;
    private static final int MOST = 500_000;
    // What the world's list can hold; more is as good as endless.
    private static final int MOST_REPEATS = 1_000_000;

    private double[] points = {};
    private long periods = 1;

    void store(List<String> words, double largest) {
        if (words.size() < FEWEST) {
            throw new Nak(Nak.TOO_FEW_ARGUMENTS);
        }
        if (words.size() > MOST) {
            throw new Nak(Nak.WAVEFORM_WRITE);
        }
        double[] given = words.stream().mapToDouble(Arguments::number).toArray();
        if (Arrays.stream(given).anyMatch(value -> Math.abs(value) > largest)) {
            throw new Nak(Nak.SOFTWARE_LIMIT);
        }
        points = given;
    }

    void repeat(long times) {
        periods = times;
    }

    double first() {
        refuseEmpty();
        return points[0];
    }

    double last() {
        refuseEmpty();
        return points[points.length - 1];
    }

    LevelList list(Converter converter) {
        refuseEmpty();
        double[] seconds = new double[points.length];
        Arrays.fill(seconds, POINT_SECONDS);
        return LevelList.of(
                Arrays.stream(points).map(converter::output).toArray(),
                seconds,
                periods > MOST_REPEATS ? 0 : (int) periods);
    }

    private void refuseEmpty() {
        if (points.length == 0) {
            throw new Nak(Nak.WAVEFORM);
        }
    }
}
