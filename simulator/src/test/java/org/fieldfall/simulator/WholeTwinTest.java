package org.fieldfall.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** All instruments over one stepped world. */
class WholeTwinTest {

    private static final String TIMED = "*RST;:CONF:VOLT:DC 0.1;:VOLT:DC:ZERO:AUTO OFF;:VOLT:DC:APER 3e-4;"
            + ":SAMP:SOUR TIM;TIM 1e-3;COUN %COUNT;:TRIG:SOUR %SOURCE";

    @Test
    void givesTheSameReadingsToTheLastBitHoweverTimeIsCut() {
        List<String> whole = play(7, 1e9);

        assertThat(whole).hasSize(9).contains("switch: o", "switch: c");
        for (double step : new double[] {0.1, 0.0137, 0.00031}) {
            assertThat(play(7, step)).containsExactlyElementsOf(whole);
        }
        assertThat(play(8, 1e9)).isNotEqualTo(whole);
    }

    @Test
    void startsBothMetersOnTheEdgeOfTheSupplysProgram() {
        Shot shot = new Shot().at(1).supplyReady().meter(timed("EXT", 100)).meter("INIT");
        shot.to(Instrument.MONITOR, timed("EXT", 100)).to(Instrument.MONITOR, "INIT");
        shot.at(2).meter("DATA:POIN?").ramp(0, 5, 100, 0.0005);
        shot.at(3).meter("DATA:POIN?").to(Instrument.MONITOR, "FETC?");

        List<String> said = shot.play(new Twin(Rigs.whole(0, true, false), 3), 0.1, 3.5);

        assertThat(said).contains("meter: +0", "meter: +100");
        double[] volts = numbers(said.get(said.size() - 1));
        assertThat(volts[0] / 0.01).isCloseTo(0.0083, within(1.5e-3));
        assertThat(volts[40] / 0.01).isCloseTo(100 * 0.04, within(0.1));
        assertThat(volts[99] / 0.01).isCloseTo(5, within(0.01));
    }

    @Test
    void startsNoMeterWithoutTheSharedLine() {
        Shot shot = new Shot().at(1).supplyReady().meter(timed("EXT", 100)).meter("INIT");
        shot.at(2).ramp(0, 5, 100, 0.0005).at(3).meter("DATA:POIN?");

        assertThat(shot.play(new Twin(Rigs.whole(0, false, false), 3), 0.1, 3.5))
                .containsExactly("meter: +0");
    }

    @Test
    void hearsEdgesOnlyWhereItWaitsAndRemembersOne() {
        Shot shot = new Shot().at(1).supplyReady().ramp(0, 1, 20, 0.0005);
        shot.at(2).meter(timed("EXT", 1000)).meter("TRIG:COUN 3;:INIT").at(2.5).meter("DATA:POIN?");
        shot.at(3).supply("CURR:MODE FIX").supply("CURR:MODE LIST");
        shot.at(3.2).supply("CURR:MODE FIX").supply("CURR:MODE LIST");
        shot.at(3.4).supply("CURR:MODE FIX").supply("CURR:MODE LIST").at(6).meter("DATA:POIN?");

        List<String> said = shot.play(new Twin(Rigs.whole(0, true, false), 3), 0.1, 7);

        assertThat(said).containsExactly("meter: +0", "meter: +2000");
    }

    @Test
    void coolsAfterTheBathIsColderOnlyThroughWhatLinksIt() {
        Shot shot = new Shot().at(1).to(Instrument.SWITCH, "o");
        shot.at(600).to(Instrument.CRYOSTAT, "SETP 1,3.9").at(640).to(Instrument.CRYOSTAT, "KRDG? A");
        Twin twin = new Twin(Rigs.whole(0, false, false), 3);

        List<String> said = shot.play(twin, 0.5, 641);
        double early = twin.truth().platformKelvin();
        twin.box(Instrument.SWITCH).hear("c");
        twin.advanceTo(700);

        assertThat(said).anyMatch(line -> line.startsWith("cryostat: +3.9"));
        assertThat(early).isBetween(3.96, 4.006);
        assertThat(twin.truth().platformKelvin()).isCloseTo(3.9, within(2e-3));
    }

    @Test
    void needsItsSourceForAVoltageAcrossTheThermometer() {
        Shot shot = new Shot().at(1).meter("CONF:VOLT:DC 0.1;:VOLT:NPLC 10;:READ?");
        shot.at(3)
                .to(Instrument.SOURCE, "SOUR:FUNC CURR;:SOUR:CURR 4.5E-7;:OUTP ON")
                .at(5)
                .meter("READ?");
        shot.at(7).to(Instrument.SOURCE, "SOUR:CURR -4.5E-7").at(9).meter("READ?");

        List<String> said = shot.play(new Twin(Rigs.whole(0, false, true), 3), 0.1, 11);

        assertThat(numbers(said.get(0))[0]).isCloseTo(0, within(1e-6));
        assertThat(numbers(said.get(1))[0]).isCloseTo(0.45e-6 * 3740, within(2e-5));
        assertThat(numbers(said.get(2))[0]).isCloseTo(-0.45e-6 * 3740, within(2e-5));
    }

    @Test
    void drawsMoreForMoreInstrumentsAndLeavesTheOthersAsTheyWere() {
        TwinSettings whole = Rigs.whole(1, false, true);

        var few = new Twin(Rigs.drawn(), 5).drawn().asMap(Rigs.drawn());
        var many = new Twin(whole, 5).drawn().asMap(whole);

        assertThat(many).containsAllEntriesOf(few).hasSize(19);
        assertThat(many.get("heater_ohm")).isCloseTo(10_000, within(100.0)).isNotEqualTo(10_000.0);
    }

    @Test
    void refusesAHeaterThatNothingDrives() {
        TwinSettings two = Rigs.exact();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TwinSettings(
                        two.supply(),
                        two.coil(),
                        two.platform(),
                        two.sample(),
                        two.thermometer(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new TwinSettings.Heater(1, 0, 0)),
                        Optional.empty(),
                        List.of(),
                        false))
                .withMessageContaining("cryostat");
    }

    private static List<String> play(long seed, double step) {
        Shot shot = new Shot().at(0.1).to(Instrument.SOURCE, "SOUR:FUNC CURR;:SOUR:CURR 4.5E-7;:OUTP ON");
        shot.at(0.5).to(Instrument.CRYOSTAT, "SETP 1,4.1;KRDG? A;HTR? 1").supplyReady();
        shot.at(1.23456).to(Instrument.SWITCH, "o").at(2).to(Instrument.CRYOSTAT, "MOUT 2,5;RANGE 2,1;HTR? 2");
        shot.at(2.50007).to(Instrument.CRYOSTAT, "RANGE 2,0").to(Instrument.SOURCE, "READ?");
        shot.at(3).meter(timed("EXT", 2000)).meter("INIT");
        shot.to(Instrument.MONITOR, timed("BUS", 1500)).to(Instrument.MONITOR, "INIT;*TRG");
        shot.at(3.50005).ramp(0, 2, 100, 0.0005).at(3.6).to(Instrument.SWITCH, "?");
        shot.at(4.1).to(Instrument.SOURCE, "SOUR:CURR 0").at(4.2).to(Instrument.SWITCH, "c");
        shot.at(5).meter("R?").to(Instrument.MONITOR, "R?").to(Instrument.CRYOSTAT, "KRDG? A;SRDG? A");
        return shot.play(new Twin(Rigs.whole(1, true, true), seed), step, 7);
    }

    private static String timed(String source, int count) {
        return TIMED.replace("%COUNT", Integer.toString(count)).replace("%SOURCE", source);
    }

    private static double[] numbers(String said) {
        String values = said.substring(said.indexOf(' ') + 1);
        return Arrays.stream(values.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
