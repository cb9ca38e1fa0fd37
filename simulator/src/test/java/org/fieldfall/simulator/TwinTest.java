package org.fieldfall.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.fieldfall.simulator.world.Dice;
import org.junit.jupiter.api.Test;

class TwinTest {

    private static final String TIMED = "*RST;:CONF:VOLT:DC 0.1;:VOLT:DC:ZERO:AUTO OFF;:VOLT:DC:APER 3e-4;"
            + ":SAMP:SOUR TIM;TIM 1e-3;COUN %d;:TRIG:SOUR BUS";

    @Test
    void givesTheSameReadingsToTheLastBitHoweverTimeIsCut() {
        List<String> whole = play(Rigs.drawn(), 7, 1e9);

        assertThat(whole).hasSizeGreaterThan(5);
        for (double step : new double[] {0.1, 0.0137, 0.00031}) {
            assertThat(play(Rigs.drawn(), 7, step)).containsExactlyElementsOf(whole);
        }
    }

    @Test
    void tellsTheSameTruthToTheLastBitHoweverTimeIsCut() {
        assertThat(truth(1e9)).hasSizeGreaterThan(3000).containsExactlyElementsOf(truth(0.00077));
    }

    /**
     * Sums over all answers and over the truth to nine digits, summed anew when the seed began to draw the magnetoresistance:
     * where it draws none they are as they were before there was a third instrument.
     */
    @Test
    void readsWithTwoInstrumentsWhatItHasAlwaysRead() {
        assertThat(sum(play(Rigs.drawn(), 7, 1e9))).isEqualTo(1562087042L);
        assertThat(sum(truth(1e9).stream().map(TwinTest::nineDigits).toList())).isEqualTo(715054023L);
    }

    @Test
    void readsDifferentlyWithEachSeed() {
        assertThat(play(Rigs.drawn(), 7, 1e9)).isNotEqualTo(play(Rigs.drawn(), 8, 1e9));
    }

    @Test
    void spreadsItsReadingsAsTheNoiseSays() {
        double[] volts = resting(3e-4);
        double[] longer = resting(3e-3);

        assertThat(deviation(volts)).isCloseTo(3e-6, within(1e-7));
        assertThat(deviation(longer)).isCloseTo(3e-6 / Math.sqrt(10), within(4e-8));
        assertThat(correlation(volts)).isCloseTo(0, within(0.04));
    }

    @Test
    void readsTheVoltageThatTheSensorHasAtTheBath() {
        double mean = Arrays.stream(resting(3e-4)).average().orElseThrow();

        assertThat(mean).isCloseTo(0.45e-6 * 3740, within(2e-5));
    }

    @Test
    void drawsEverySystematicAroundItsSetting() {
        TwinSettings settings = Rigs.drawn();
        List<Double> gains = new ArrayList<>();
        List<Double> baths = new ArrayList<>();
        List<Double> resistances = new ArrayList<>();
        for (int seed = 0; seed < 400; seed++) {
            Drawn drawn = Drawn.from(settings, new Dice(seed));
            gains.add((drawn.meterGain() - 1) / 5e-5);
            baths.add((drawn.bathKelvin() - 4) / 2e-3);
            resistances.add((drawn.magnetoresistancePerTeslaSquared() - 2e-4) / 5e-5);
        }

        assertThat(deviation(gains.stream().mapToDouble(g -> g).toArray())).isCloseTo(1, within(0.12));
        assertThat(deviation(baths.stream().mapToDouble(b -> b).toArray())).isCloseTo(1, within(0.12));
        assertThat(deviation(resistances.stream().mapToDouble(r -> r).toArray()))
                .isCloseTo(1, within(0.12));
        assertThat(new Twin(Rigs.exact(), 3).drawn().asMap(Rigs.exact()))
                .containsEntry("bath_k", 4.0)
                .containsEntry("meter_gain_ratio", 1.0)
                .hasSize(13);
    }

    private static List<String> play(TwinSettings settings, long seed, double step) {
        Shot shot =
                new Shot().at(0.1234).meter("READ?;*OPC?;:SAMP:COUN 3;:READ?").supplyReady();
        shot.at(3).meter(String.format(TIMED, 3000)).meter("INIT;*TRG");
        shot.at(3.50005).ramp(0, 2, 100, 0.0005).at(3.6).supply("MEAS:CURR?;VOLT?");
        shot.at(3.7003)
                .ramp(2, 0.2, 36, 0.0011)
                .meter("R?")
                .at(4)
                .supply("MEAS:CURR?")
                .meter("R? 17");
        shot.at(5).supply("CURR:MODE FIX").at(5.5).supply("STAT:OPER:COND?");
        shot.at(6.2).meter("DATA:POIN?;:R?;:STAT:QUES?");
        return shot.play(new Twin(settings, seed), step, 9);
    }

    private static List<Truth> truth(double step) {
        Twin twin = new Twin(Rigs.drawn(), 11);
        List<Truth> told = new ArrayList<>();
        twin.truthTo(told::add);
        new Shot()
                .at(0.5)
                .supplyReady()
                .ramp(0, 3, 100, 0.001)
                .at(3)
                .supply("OUTP OFF")
                .play(twin, step, 12);
        return told;
    }

    private static long sum(List<String> lines) {
        CRC32 sum = new CRC32();
        lines.forEach(line -> sum.update((line + "\n").getBytes(StandardCharsets.US_ASCII)));
        return sum.getValue();
    }

    private static String nineDigits(Truth truth) {
        return String.format(
                Locale.ROOT,
                "%.4f %.8e %.8e %.8e %.8e",
                truth.seconds(),
                truth.tesla(),
                truth.latticeKelvin(),
                truth.platformKelvin(),
                truth.upperPopulation());
    }

    private static double[] resting(double aperture) {
        Shot shot = new Shot().at(1).meter(String.format(TIMED, 4000));
        shot.meter("VOLT:APER " + aperture + ";:SAMP:TIM 0.004")
                .meter("INIT;*TRG")
                .at(18)
                .meter("FETC?");
        List<String> said = shot.play(new Twin(Rigs.exact(), 42), 1e9, 18.1);
        String[] values = said.get(0).substring("meter: ".length()).split(",", -1);
        return Arrays.stream(values).mapToDouble(Double::parseDouble).toArray();
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
    }

    private static double correlation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - 1] - mean);
        }
        return sum / (values.length - 1) / Math.pow(deviation(values), 2);
    }
}
