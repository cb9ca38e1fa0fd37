package org.fieldfall.protocols.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandstillTest {

    private static final double NOISE = 3e-6;
    private static final int SHOT = 300_000;

    /** A slow drift under noise, as a converter of some step shows it. */
    private static double[] quiet(double step, double noise, int readings, long seed) {
        var random = new Random(seed);
        double[] raw = new double[readings];
        Arrays.setAll(raw, i -> {
            double volts = 1.68e-3 + 2e-11 * i + noise * random.nextGaussian();
            return step == 0 ? volts : step * Math.rint(volts / step);
        });
        return raw;
    }

    private static Standstill of(double[] raw) {
        var standstill = new Standstill();
        standstill.add(0, raw);
        return standstill;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.3, 1, 1.5, 2, 3, 5, 10, 100})
    void findsNothingInAQuietReadingHoweverCoarseItsConverter(double stepInNoise) {
        for (long seed = 0; seed < 10; seed++) {
            assertThat(of(quiet(stepInNoise * NOISE, NOISE, SHOT, seed)).found())
                    .isEmpty();
        }
    }

    @Test
    void allowsForNoiseThatAbates() {
        double[] raw = quiet(NOISE, NOISE, SHOT, 1);
        System.arraycopy(quiet(NOISE, NOISE / 3, SHOT, 2), 1000, raw, 1000, SHOT - 1000);

        assertThat(of(raw).found()).isEmpty();
    }

    @Test
    void findsAFineReadingThatStandsStill() {
        double[] raw = quiet(0, NOISE, 5000, 1);
        Arrays.fill(raw, 2000, 2101, raw[2000]);

        assertThat(of(raw).allowed()).isEqualTo(100);
        assertThat(of(raw).found()).contains(new Standstill.Run(2000, 101, raw[2000]));
    }

    @Test
    void takesLongerToBelieveThatACoarseReadingStandsStill() {
        double[] raw = quiet(NOISE, NOISE, 5000, 1);
        Arrays.fill(raw, 2000, 2150, raw[2000]);
        assertThat(of(raw).found()).isEmpty();

        Arrays.fill(raw, 2000, 4000, raw[2000]);
        assertThat(of(raw).found().orElseThrow().readings()).isGreaterThanOrEqualTo(2000);
    }

    @Test
    void saysOfAThermometerThatHungBeforeOnlyThatItTellsNothing() {
        double[] raw = new double[5000];
        Arrays.fill(raw, 1.68e-3);

        assertThat(of(raw).found()).isEmpty();
        assertThat(of(raw).whole()).contains(new Standstill.Run(0, 5000, 1.68e-3));
    }

    @Test
    void takesInvalidReadingsForNoValue() {
        double[] raw = quiet(0, NOISE, 5000, 1);
        Arrays.fill(raw, 2000, 4000, Double.NaN);

        assertThat(of(raw).found()).isEmpty();
        assertThat(of(raw).whole()).isEmpty();
    }
}
