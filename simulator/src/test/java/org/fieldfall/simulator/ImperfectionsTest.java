package org.fieldfall.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the instruments show of them. */
class ImperfectionsTest {

    @Test
    void changeNothingWhereTheyAreOff() {
        TwinSettings plain = Rigs.whole(1, false, false);
        TwinSettings told = plain.with(Imperfections.NONE);

        assertThat(readings(told, Instrument.METER, "3e-4", "0.001", 100))
                .containsExactly(readings(plain, Instrument.METER, "3e-4", "0.001", 100));
        assertThat(new Twin(told, 4).drawn().asMap(told)).doesNotContainKey("supply_ratio");
    }

    @Test
    void humIsSeenByAShortApertureAndRejectedByWholePeriods() {
        TwinSettings humming = quiet().with(hum(20e-6));

        double[] brief = readings(humming, Instrument.METER, "3e-4", "0.001", 1000);
        double[] whole = readings(humming, Instrument.METER, "0.02", "0.03", 30);

        assertThat(deviation(brief)).isCloseTo(20e-6 / Math.sqrt(2), within(0.1e-6));
        assertThat(deviation(whole)).isLessThan(0.1e-6);
    }

    @Test
    void rippleIsSeenAcrossTheShuntWhileTheOutputIsOn() {
        TwinSettings rippling = quiet().with(ripple(5e-3));

        double[] off = readings(rippling, Instrument.MONITOR, "3e-4", "0.001", 500);
        double[] on = readings(rippling, Instrument.MONITOR, "3e-4", "0.001", 500, "SYST:REM 1;:OUTP ON");

        assertThat(deviation(off)).isZero();
        assertThat(deviation(on)).isCloseTo(0.01 * 5e-3 / Math.sqrt(2), within(0.5e-6));
    }

    @Test
    void readingsComeInStepsOfTheConverter() {
        TwinSettings coarse = Rigs.whole(1, false, false).with(resolution(1e-6));

        for (double volts : readings(coarse, Instrument.METER, "3e-4", "0.001", 200)) {
            assertThat(Math.IEEEremainder(volts, 1e-6)).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void theSupplyIsOffByWhatItsSeedDrew() {
        TwinSettings loose = quiet().with(regulation(0.01));
        Twin twin = new Twin(loose, 5);
        double ratio = twin.drawn().asMap(loose).getOrDefault("supply_ratio", 1.0);

        new Shot().at(0.5).supplyReady().supply("CURR 5").play(twin, 1, 4);

        assertThat(Math.abs(ratio - 1)).isBetween(1e-4, 0.05);
        assertThat(twin.world().supply().amperes()).isCloseTo(5 * ratio, within(0.001));
    }

    @Test
    void aLinkThatGrowsWithTemperatureIsTheToldOneWhereItIsTold() {
        Imperfections.LinkShape metal = Imperfections.LinkShape.power(4, 1);
        Imperfections.LinkShape measured = Imperfections.LinkShape.table(new double[] {2, 8}, new double[] {0.25, 1});

        assertThat(Imperfections.LinkShape.CONSTANT.of(2e-7).at(9)).isEqualTo(2e-7);
        assertThat(metal.of(2e-7).at(4)).isCloseTo(2e-7, within(1e-20));
        assertThat(metal.of(2e-7).at(8)).isCloseTo(4e-7, within(1e-20));
        assertThat(measured.of(2e-7).at(8)).isCloseTo(2e-7, within(1e-20));
        assertThat(measured.of(2e-7).at(2)).isCloseTo(0.5e-7, within(1e-20));
    }

    private static TwinSettings quiet() {
        TwinSettings whole = Rigs.whole(0, false, false);
        TwinSettings.Thermometer old = whole.thermometer();
        TwinSettings.Thermometer silent = new TwinSettings.Thermometer(
                old.curveOhm(), old.curveKelvin(), 0, 0.45e-6, 0, 0, 0, 3e-4, 0, 0, 0.2e-6, 0, 0, 0, 0);
        return new TwinSettings(
                whole.supply(),
                whole.coil(),
                whole.platform(),
                whole.sample(),
                silent,
                Optional.of(new TwinSettings.Monitor(0.01, 0, 0, 3e-4, 0, 0)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false);
    }

    private static Imperfections hum(double volts) {
        return imperfections(0, 0, volts, 0);
    }

    private static Imperfections ripple(double amperes) {
        return imperfections(amperes, 0, 0, 0);
    }

    private static Imperfections regulation(double spread) {
        return imperfections(0, spread, 0, 0);
    }

    private static Imperfections resolution(double volts) {
        return imperfections(0, 0, 0, volts);
    }

    private static Imperfections imperfections(double ripple, double regulation, double hum, double resolution) {
        return new Imperfections(
                ripple,
                100,
                regulation,
                hum,
                50,
                resolution,
                0,
                Imperfections.Vibration.NONE,
                Imperfections.Dissipation.NONE,
                Imperfections.LinkShape.CONSTANT);
    }

    private static double[] readings(
            TwinSettings settings, Instrument meter, String aperture, String timer, int count, String... toSupply) {
        Shot shot = new Shot().at(200);
        Arrays.stream(toSupply).forEach(shot::supply);
        shot.at(201)
                .to(
                        meter,
                        "*RST;:CONF:VOLT:DC 0.1;:VOLT:DC:ZERO:AUTO OFF;:VOLT:DC:APER " + aperture
                                + ";:SAMP:SOUR TIM;TIM " + timer + ";COUN " + count + ";:TRIG:SOUR BUS");
        shot.to(meter, "INIT;*TRG").at(203).to(meter, "FETC?");
        List<String> said = shot.play(new Twin(settings, 42), 1e9, 203.1);
        String text = said.get(said.size() - 1);
        String[] values = text.substring(text.indexOf(' ') + 1).split(",", -1);
        return Arrays.stream(values).mapToDouble(Double::parseDouble).toArray();
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
    }
}
