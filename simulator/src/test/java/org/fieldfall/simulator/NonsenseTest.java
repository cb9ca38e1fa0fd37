package org.fieldfall.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.fieldfall.simulator.wire.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A thousand streams of commands for each instrument, the seed their number: words of its own joined as nobody would, and
 * among them one that is surely wrong. It leaves an entry in the error queue, a bit in the event register of a box that
 * has no queue, or a silence that the box's own page tells of; and the box goes on.
 */
class NonsenseTest {

    private static final int STREAMS = 1000;
    private static final int LINES = 5;

    private static final Map<Instrument, String> WORDS = Map.of(
            Instrument.SUPPLY,
            "CURR LIST LIST:CURR DWEL OUTP MODE SYST:ERR SYST:REM VOLT LIST:QUER FUNC:MODE STAT:OPER MEAS:CURR *CLS",
            Instrument.METER,
            "INIT READ R SAMP:COUN SAMP:TIM VOLT:DC:APER TRIG:SOUR BUS EXT DATA:REM *TRG CONF FETC ABOR",
            Instrument.MONITOR,
            "INIT MEAS SAMP:SOUR TIM VOLT:DC:NPLC TRIG:COUN TRIG:DEL DATA:LAST DATA:POIN *OPC STAT:QUES",
            Instrument.CRYOSTAT,
            "SETP RANGE MOUT OUTMODE KRDG HTRSET RAMP PID CRVPT A INNAME RDGST *ESR",
            Instrument.SWITCH,
            "o c v ? x",
            Instrument.SOURCE,
            "SOUR:CURR SOUR:FUNC CURR OUTP READ FORM:ELEM SENS:VOLT:PROT RANG MEAS",
            Instrument.BIAS,
            "CONF:FIELD:TARG CONF:FIELD:UNITS CONF:RAMP:RATE:FIELD 1,0.1,1 RAMP PAUSE ZERO INCR DECR QU PS STATE FIELD:MAG");

    private static final List<String> WRONG_FOR_SUPPLY = List.of(
            "CURR",
            "CURR 1,2",
            "CURR 12345",
            "CURR 0.123456789",
            "VOLT x",
            "LIST:DWEL 0.0001",
            "LIST:COUN 999",
            "FUNC:MODE AMPS",
            "LIST:VOLT 1",
            "CURRE 1",
            "CURR?? MAX",
            "CURR:MODE NOW",
            "\u00e9",
            "*IDN",
            ":;:X");
    private static final List<String> WRONG_FOR_METER = List.of(
            "VOLT:DC:APER",
            "VOLT:DC:APER 7",
            "VOLT:DC:RANG 2000",
            "TRIG:SOUR NOW",
            "SAMP:COUN 0",
            "SAMP:COUN x",
            "DATA:REM? 50000",
            "CONF:VOLT:DC 1,2,3",
            "R? 0",
            "*TRG",
            "INIT 1",
            "VOLT?",
            "\u00e9",
            "*IDN",
            ":;:X");
    private static final List<String> WRONG_FOR_CRYOSTAT = List.of(
            "SETP 1",
            "SETP 1,400",
            "SETP x,4",
            "RANGE 3,2",
            "KRDG? E",
            "MOUT 2",
            "OUTMODE 1,1,x,0",
            "FOO? A",
            "KRDG",
            "\u00e9",
            "*IDN",
            "CRVPT? 21,0",
            ";;X");
    private static final List<String> WRONG_FOR_SOURCE = List.of(
            "SOUR:CURR",
            "SOUR:CURR 7",
            "SOUR:CURR x",
            "SOUR:FUNC AMPS",
            "OUTP",
            "SENS:VOLT:PROT 999",
            "CURR 1,2",
            "FORM:ELEM OHM",
            "READ",
            "\u00e9",
            "*IDN",
            ":;:X");

    private static final List<String> WRONG_FOR_BIAS = List.of(
            "CONF:FIELD:TARG",
            "CONF:FIELD:TARG 999",
            "CONF:FIELD:TARG x",
            "CONF:FIELD:UNITS 2",
            "CONF:RAMP:RATE:FIELD 1,1",
            "CONF:RAMP:RATE:FIELD 1,-1,1",
            "CONF:RAMP:RATE:SEG 2",
            "QU maybe",
            "PS 1",
            "RAMP 1",
            "COIL",
            "\u00e9",
            "*IDN",
            ":;:X");

    @ParameterizedTest
    @EnumSource(Instrument.class)
    void neitherFallsOverNorKeepsAMistakeToItself(Instrument instrument) {
        TwinSettings.BiasMagnet bias = new TwinSettings.BiasMagnet(0.02, 0, 10);
        Twin twin = new Twin(Rigs.whole(0, true, true).with(bias), 1);
        Box box = twin.box(instrument);
        String[] words = WORDS.getOrDefault(instrument, "").split(" ", -1);
        for (long seed = 0; seed < STREAMS; seed++) {
            Babble babble = new Babble(seed, words);
            for (int i = 0; i < LINES; i++) {
                box.hear(instrument == Instrument.SWITCH ? letter(babble.line()) : babble.line());
            }
            twin.advanceTo(twin.world().seconds() + 0.1);
            assertWholeLines(box.say(), instrument, seed);
            box.hangUp();
            assertNoticed(box, instrument, new Random(seed), twin, "stream " + seed);
        }
    }

    @Test
    void aGaugeIsSilentAboutWhatItDoesNotKnow() {
        var channel = new TwinSettings.Gauge.Channel("helium", "HE?", 62, 0, 0);
        TwinSettings whole = Rigs.exact();
        Twin twin = new Twin(
                new TwinSettings(
                        whole.supply(),
                        whole.coil(),
                        whole.platform(),
                        whole.sample(),
                        whole.thermometer(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new TwinSettings.Gauge("level", List.of(channel))),
                        false),
                1);
        Box box = twin.gauges().values().iterator().next();
        for (long seed = 0; seed < STREAMS; seed++) {
            Babble babble = new Babble(seed, "HE", "*IDN", "*OPC", "HE?");
            box.hear(babble.line());
            box.say();
            box.hear("QX" + babble.line());

            assertThat(box.say()).as("stream %d", seed).isEmpty();
        }
        box.hear("HE?");
        assertThat(box.say()).isEqualTo("+6.200000E+01\r\n");
    }

    /** What is said is lines with their ends, or, of a meter's block, whole replies. */
    private static void assertWholeLines(String said, Instrument instrument, long seed) {
        if (!said.isEmpty()) {
            assertThat(said).as("%s, stream %d", instrument, seed).endsWith("\n");
        }
    }

    private static void assertNoticed(Box box, Instrument instrument, Random random, Twin twin, String stream) {
        switch (instrument) {
            case SUPPLY ->
                assertQueued(box, "*RST;*CLS;:SYST:REM 1;:FUNC:MODE CURR", any(WRONG_FOR_SUPPLY, random), stream);
            case METER, MONITOR -> assertQueued(box, "ABOR;*RST;*CLS", any(WRONG_FOR_METER, random), stream);
            case SOURCE -> assertQueued(box, "*RST;*CLS", any(WRONG_FOR_SOURCE, random), stream);
            case BIAS -> assertQueued(box, "*CLS", any(WRONG_FOR_BIAS, random), stream);
            case CRYOSTAT -> assertRegistered(box, any(WRONG_FOR_CRYOSTAT, random), stream);
            case SWITCH -> assertSentBack(box, String.valueOf((char) ('d' + random.nextInt(10))), twin, stream);
        }
    }

    private static void assertQueued(Box box, String fresh, String wrong, String stream) {
        box.hear(fresh);
        box.say();
        box.hear(wrong);
        assertThat(box.say()).as("%s: %s", stream, wrong).isEmpty();
        box.hear("SYST:ERR?");
        assertThat(box.say()).as("%s: %s", stream, wrong).matches("[+-]?[1-9]\\d*,\".+\"\\R");
        box.hear("*CLS;:SYST:ERR?");
        assertThat(box.say()).as(stream).matches("\\+?0,\"No error\"\\R");
    }

    private static void assertRegistered(Box box, String wrong, String stream) {
        box.hear("*CLS");
        box.say();
        box.hear(wrong);
        assertThat(box.say()).as("%s: %s", stream, wrong).isEmpty();
        box.hear("*ESR?");
        assertThat(box.say()).as("%s: %s", stream, wrong).isIn("16\r\n", "32\r\n", "48\r\n");
    }

    /** The board has no word for an error: what it does not know comes back. */
    private static void assertSentBack(Box box, String letter, Twin twin, String stream) {
        twin.advanceTo(twin.world().seconds() + 1);
        box.say();
        box.hear(letter);
        assertThat(box.say()).as(stream).isEqualTo(" " + letter + "\r\n");
    }

    private static String any(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String letter(String line) {
        return line.isEmpty() ? "z" : line.substring(line.length() - 1);
    }
}
