package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fieldfall.protocols.theory.kinetics.Samples.EXPERIMENT;
import static org.fieldfall.protocols.theory.kinetics.Samples.FULL;
import static org.fieldfall.protocols.theory.kinetics.Samples.PHONONS;
import static org.fieldfall.protocols.theory.kinetics.Samples.fieldQuench;
import static org.fieldfall.protocols.theory.kinetics.Samples.preset;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.fieldfall.protocols.theory.level.Mn12;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachableTest {

    private static final Surroundings PLATFORM = Surroundings.linked(4.0e-3 / 2060.17, 1.0e-6, 0.14e-6, 4);

    @ParameterizedTest
    @CsvSource({"experiment, -0.826, 20, -0.734", "paper, -0.493, 41, -0.486"})
    void isThePeakOfTheFirstShotAndWhatIsLeftOfItAt60Seconds(
            String relaxation, double peak, double peakSeconds, double at60) {
        var reachable = new Reachable(new TwoWells(Mn12.SPIN, PHONONS, preset(relaxation), PLATFORM));

        var reached = reachable.by(4, 1, 0.1, 10, 60);

        assertThat(reached.coldestDeltaKelvin()).isCloseTo(peak, within(5e-4));
        assertThat(reached.coldestSeconds()).isCloseTo(peakSeconds, within(0.5));
        assertThat(reached.deltaKelvin()).isCloseTo(at60, within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({"4.0, 60", "5.5, 10", "7.8, 60", "3.2, 300"})
    void isTheLowestOfManyMoments(double ti, double seconds) {
        var wells = new TwoWells(FULL, PHONONS, PLATFORM.withBathAt(ti));
        var times = IntStream.rangeClosed(0, 20_000)
                .mapToDouble(i -> 0.09 + seconds * Math.pow(i / 20_000.0, 4))
                .toArray();

        var reached = new Reachable(wells).by(ti, 1, 0.1, 10, seconds);

        var kelvin = wells.predict(ti, fieldQuench(1, 0.1), times).kelvin();
        assertThat(reached.coldestKelvin())
                .isCloseTo(Arrays.stream(kelvin).min().orElseThrow(), within(3e-6));
        assertThat(reached.kelvin()).isCloseTo(kelvin[20_000], within(3e-6));
    }

    @Test
    void isNothingWhereTheSampleOnlyWarms() {
        var reached = new Reachable(new TwoWells(Mn12.SPIN, PHONONS, EXPERIMENT, PLATFORM)).by(4, 0.1, 1, 10, 5);

        assertThat(reached.coldestDeltaKelvin()).isZero();
        assertThat(reached.deltaKelvin()).isPositive();
    }

    @Test
    void endsWithTheRampWhenThereIsNoMoreTime() {
        var reached = new Reachable(new TwoWells(Mn12.SPIN, PHONONS, EXPERIMENT, PLATFORM)).by(4, 1, 0.1, 10, 0);

        assertThat(reached.deltaKelvin()).isCloseTo(-0.247, within(5e-4));
        assertThat(reached.coldestDeltaKelvin()).isEqualTo(reached.deltaKelvin());
    }

    @Test
    void refusesATimeBeforeTheEndOfTheRamp() {
        var reachable = new Reachable(new TwoWells(Mn12.SPIN, PHONONS, EXPERIMENT, PLATFORM));

        assertThatThrownBy(() -> reachable.by(4, 1, 0.1, 10, -1)).hasMessageContaining("0 s or above");
    }
}
