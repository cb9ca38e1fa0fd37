package org.fieldfall.drivers.lakeshore350;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.fieldfall.drivers.transport.Conversation;
import org.fieldfall.drivers.transport.FakeWire;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LakeShore350Test {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String READ = "KRDG? A;RDGST? A";

    private static Bath bath(Conversation box) {
        return new LakeShore350(box.line(), Duration.ofSeconds(2)).bath(new BathSettings("A", 1, 0.3, 20));
    }

    private static SampleHeater heater(Conversation box) {
        return new LakeShore350(box.line(), Duration.ofSeconds(2)).heater(new HeaterSettings(2, 1e4, 50e-6, 0.005));
    }

    @Test
    void identifiesItself() {
        var box = Conversation.where("*IDN?").answers("LSCI,MODEL350,SIM0350,1.4");

        assertThat(bath(box).identify(SOON)).isEqualTo(new Identity("LSCI", "MODEL350", "SIM0350", "1.4"));
        box.isOver();
    }

    @Test
    void isNoOtherModel() {
        var box = Conversation.where("*IDN?").answers("LSCI,MODEL372,LSA12AB,1.3");

        assertThatThrownBy(() -> heater(box).identify(SOON))
                .isInstanceOf(WrongInstrumentException.class)
                .hasMessageContaining("expected a Lake Shore 350");
    }

    @Test
    void keepsFiftyMillisecondsBetweenMessages() {
        var box = Conversation.where("*IDN?").answers("LSCI,MODEL350,SIM0350,1.4");
        box.then(READ).answers("+4.20100E+00;000").then(READ).answers("+4.20200E+00;000");
        var bath = bath(box);

        bath.identify(SOON);
        bath.measureKelvin(SOON);
        bath.measureKelvin(SOON);

        var written = box.wire().written();
        assertThat(written.get(0).line()).as("the greeting").isEmpty();
        assertThat(written.get(1).atNanos() - written.get(0).atNanos()).isGreaterThanOrEqualTo(100_000_000);
        for (int i = 1; i < written.size(); i++) {
            assertThat(written.get(i).atNanos() - written.get(i - 1).atNanos()).isGreaterThanOrEqualTo(50_000_000);
        }
    }

    @Test
    void readsTheTemperatureWithItsStatus() {
        var box = Conversation.where(READ).answers("+4.20100E+00;000");

        assertThat(bath(box).measureKelvin(SOON)).isEqualTo(4.201);
        box.isOver();
    }

    @ParameterizedTest
    @CsvSource({"001", "016", "032", "064", "128", "129"})
    void aBadStatusMakesTheReadingNone(String status) {
        var box = Conversation.where(READ).answers("+0.00000E+00;" + status);

        assertThat(bath(box).measureKelvin(SOON)).isNaN();
        box.isOver();
    }

    // 002, 004 and 008 are a 372's; zero kelvin with a good status is a sensor not there.
    @ParameterizedTest
    @ValueSource(strings = {"+4.2E+00;002", "+4.2E+00;008", "+4.2E+00", "+0.0E+00;000", "+4.2E+00;0", "-4.2E+00;000"})
    void believesNothingThatA350DoesNotSay(String reply) {
        var box = Conversation.where(READ).answers(reply);
        box.then("*IDN?").answers("LSCI,MODEL350,SIM0350,1.4").then("*ESR?").answers("0");
        box.then(READ).answers(reply);

        assertThatThrownBy(() -> bath(box).measureKelvin(SOON)).isInstanceOf(GarbledReplyException.class);
        box.isOver();
    }

    @Test
    void doesNotWaitLongForAnAnswerThatNeverComes() {
        var wire = new FakeWire(said -> {});
        try (var line = wire.line()) {
            var bath = new LakeShore350(line, Duration.ofSeconds(2)).bath(new BathSettings("A", 1, 0.3, 20));
            long before = wire.clock().nanos();

            assertThatThrownBy(() -> bath.measureSetpoint(SOON))
                    .isInstanceOf(NoReplyException.class)
                    .hasMessageContaining("asked \"SETP? 1\", got \"\" and then nothing for 2060 ms");
            // Once for the question, once for the probe before it would be asked again.
            assertThat((wire.clock().nanos() - before) * 1e-9).isCloseTo(4.2, within(0.1));
        }
    }

    @Test
    void oneLostReplyIsAskedForOnceMoreAndCostsNoReading() {
        var box = Conversation.where("KRDG? A;RDGST? A")
                .isSilent()
                .then("*IDN?")
                .answers("LSCI,MODEL350,SIM0350,1.4")
                .then("*ESR?")
                .answers("0")
                .then("KRDG? A;RDGST? A")
                .answers("+4.20010E+00;000");

        assertThat(bath(box).measureKelvin(SOON)).isEqualTo(4.2001);
        box.isOver();
    }

    @Test
    void keepsMoreThanFiftyMillisecondsBetweenMessages() {
        var wire = new FakeWire[1];
        wire[0] = new FakeWire(said -> wire[0].say("+4.20010E+00\r\n"));
        try (var line = wire[0].line()) {
            var bath = new LakeShore350(line, Duration.ofSeconds(2)).bath(new BathSettings("A", 1, 0.3, 20));

            bath.measureSetpoint(SOON);
            bath.measureSetpoint(SOON);

            var written = wire[0].written();
            assertThat(written.get(1).atNanos() - written.get(0).atNanos()).isGreaterThanOrEqualTo(60_000_000L);
        }
    }

    @Test
    void setsTheSetpointAndReadsItBack() {
        var box = Conversation.begun().told("SETP 1,4.0001").then("SETP? 1").answers("+4.00010E+00");

        bath(box).setSetpoint(4.00008, SOON);

        box.isOver();
    }

    @Test
    void sendsASetpointOnceMoreThatWasSeenNotToArrive() {
        var box = Conversation.begun()
                .told("SETP 1,4.5")
                .then("SETP? 1")
                .answers("+4.00010E+00")
                .told("SETP 1,4.5")
                .then("SETP? 1")
                .answers("+4.50000E+00");

        bath(box).setSetpoint(4.5, SOON);

        box.isOver();
    }

    @Test
    void saysWhenTheSetpointDidNotArriveTwice() {
        var box = Conversation.begun()
                .told("SETP 1,4.5")
                .then("SETP? 1")
                .answers("+4.00010E+00")
                .told("SETP 1,4.5")
                .then("SETP? 1")
                .answers("+4.00010E+00");

        assertThatThrownBy(() -> bath(box).setSetpoint(4.5, SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("setpoint 4.5 K sent, 4.00010 K read back");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.29, 20.0001, 300, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void sendsNoSetpointBeyondTheLimits(double kelvin) {
        var box = Conversation.begun();

        assertThatThrownBy(() -> bath(box).setSetpoint(kelvin, SOON)).isInstanceOf(IllegalArgumentException.class);
        assertThat(box.wire().written()).isEmpty();
    }

    private static Conversation off(Conversation box) {
        return box.told("RANGE 2,0").then("RANGE? 2").answers("0");
    }

    private static Conversation openLoop(Conversation box) {
        return off(box).told("OUTMODE 2,3,0,0")
                .then("OUTMODE? 2")
                .answers("3,0,0")
                .then("HTRSET? 2")
                .answers("2,0,+0.100,1");
    }

    // 4 uW in 10 kOhm are 20 uA, 2 % of 1 mA; 25 uW are the limit of 50 uA.
    @Test
    void heatsWithAKnownPowerAndNoMore() {
        var box = openLoop(Conversation.begun())
                .told("MOUT 2,2.00")
                .then("MOUT? 2")
                .answers("+2.00")
                .then("RANGE 2,1;RANGE? 2")
                .answers("1");
        off(box).told("MOUT 2,5.00")
                .then("MOUT? 2")
                .answers("+5.0")
                .then("RANGE 2,1;RANGE? 2")
                .answers("1");
        off(box);
        var heater = heater(box);

        assertThat(heater.capability().largestWatts()).isCloseTo(25e-6, within(1e-15));
        assertThat(heater.on(4e-6, SOON)).isCloseTo(4e-6, within(1e-15));
        assertThat(heater.on(25e-6, SOON)).isCloseTo(25e-6, within(1e-15));
        heater.off(SOON);

        box.isOver();
    }

    @ParameterizedTest
    @ValueSource(doubles = {25.1e-6, 1, 0, -1e-6, 1e-12, Double.NaN})
    void refusesAPowerItCannotOrMustNotMake(double watts) {
        var box = Conversation.begun();

        assertThatThrownBy(() -> heater(box).on(watts, SOON)).isInstanceOf(IllegalArgumentException.class);
        assertThat(box.wire().written()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,0,+0.100,2", "1,2,+0.000,2", "2,0,+0.050,1", "2,1"})
    void doesNotHeatWhenThePercentageIsOfSomethingElse(String setup) {
        var box = off(Conversation.begun())
                .told("OUTMODE 2,3,0,0")
                .then("OUTMODE? 2")
                .answers("3,0,0")
                .then("HTRSET? 2")
                .answers(setup);

        assertThatThrownBy(() -> heater(box).on(4e-6, SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("heater output shown as current");
        box.isOver();
    }

    @Test
    void saysWhenTheHeaterStaysOn() {
        var box = Conversation.begun().told("RANGE 2,0").then("RANGE? 2").answers("1");

        assertThatThrownBy(() -> heater(box).off(SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("asked \"RANGE? 2\", got \"1\", expected 0");
    }

    @Test
    void neverRoundsALevelAboveItsLimit() {
        var random = new java.util.Random(7);
        for (int i = 0; i < 10_000; i++) {
            double limit = Math.pow(10, -6 + 5 * random.nextDouble());
            var settings = new HeaterSettings(2, 10 + 1000 * random.nextDouble(), limit, 0);
            double most = HeaterLevel.largestWatts(settings);
            double watts = most * (0.05 + 0.95 * random.nextDouble());

            var level = HeaterLevel.of(watts, settings);

            assertThat(level.amperes()).isLessThanOrEqualTo(limit * (1 + 1e-9));
            assertThat(level.watts()).isLessThanOrEqualTo(most * (1 + 1e-8));
        }
    }
}
