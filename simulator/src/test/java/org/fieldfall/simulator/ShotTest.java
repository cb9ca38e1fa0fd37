package org.fieldfall.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The default shot, 1 T to 0.1 T at 10 T/s from 4 K, as the world tells it. */
class ShotTest {

    private static final double SWEEP = 1500;
    private static final double END = SWEEP + 0.09;

    @Test
    void coolsTheLatticeAsTheTwoWellsOfThePaperSay() {
        NavigableMap<Double, Truth> truth = truthOfShot(new Twin(Rigs.plain(), 1), 0.1);

        assertThat(deltaKelvin(truth, END)).isCloseTo(-0.247, within(0.004));
        assertThat(deltaKelvin(truth, END + 1)).isCloseTo(-0.502, within(0.003));
        assertThat(deltaKelvin(truth, END + 10)).isCloseTo(-0.799, within(0.003));
        assertThat(deltaKelvin(truth, END + 20)).isCloseTo(-0.826, within(0.003));
        assertThat(deltaKelvin(truth, END + 60)).isCloseTo(-0.734, within(0.003));
        assertThat(deltaKelvin(truth, END + 300)).isCloseTo(-0.066, within(0.003));
    }

    @Test
    void reachesTheAskedFieldRateWithinOnePercent() {
        NavigableMap<Double, Truth> truth = truthOfShot(new Twin(Rigs.exact(), 1), 0.1);

        double early = truth.floorEntry(SWEEP + 0.0201).getValue().tesla();
        double late = truth.floorEntry(SWEEP + 0.0801).getValue().tesla();

        assertThat((late - early) / 0.06).isCloseTo(-10, within(0.1));
        assertThat(truth.lastEntry().getValue().tesla()).isCloseTo(0.1, within(5e-5));
    }

    @Test
    void tellsTheTruthOftenWhileTheFieldMovesAndSeldomWhileItRests() {
        NavigableMap<Double, Truth> truth = truthOfShot(new Twin(Rigs.exact(), 1), 0.1);

        assertThat(truth.subMap(SWEEP + 0.0005, true, SWEEP + 1.0005, true)).hasSize(1000);
        assertThat(truth.subMap(SWEEP + 9.95, true, SWEEP + 19.95, true)).hasSize(100);
    }

    static NavigableMap<Double, Truth> truthOfShot(Twin twin, double stepSeconds) {
        NavigableMap<Double, Truth> truth = new TreeMap<>();
        twin.truthTo(moment -> truth.put(moment.seconds(), moment));
        Shot shot = new Shot().at(1).supplyReady();
        shot.ramp(0, 10, 200, 0.01).at(SWEEP).ramp(10, 1, 180, 0.0005);
        shot.play(twin, stepSeconds, END + 301);
        return truth;
    }

    private static double deltaKelvin(NavigableMap<Double, Truth> truth, double seconds) {
        return truth.floorEntry(seconds + 1e-6).getValue().latticeKelvin()
                - truth.floorEntry(SWEEP).getValue().latticeKelvin();
    }
}
