package org.fieldfall.drivers.kepco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.fieldfall.drivers.transport.Conversation;
import org.fieldfall.drivers.transport.FakeWire;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyStatus;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.junit.jupiter.api.Test;

class KepcoBopTest {

    static final BopSettings SETTINGS = new BopSettings(0.1, 12, 10, 0.05, 0.15, 1.1, 12, 9600, Duration.ofSeconds(2));
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String NO_ERROR = "0,\"No error\"";

    private static KepcoBop on(Conversation conversation) {
        return new KepcoBop(conversation.line(), SETTINGS);
    }

    @Test
    void identifiesItselfHoweverTheCommasFall() {
        var box = Conversation.where("*IDN?").answers("KEPCO,BIT 4886 20-20  01-02-2020,SIM12345,4.01-1.80");

        var identity = on(box).identify(SOON);

        assertThat(identity).isEqualTo(new Identity("KEPCO", "BIT 4886 20-20", "SIM12345", "1.80"));
        assertThat(identity.isSimulated()).isTrue();
        box.isOver();
    }

    @Test
    void findsTheRatingBesideVoltsAmpsAndDates() {
        assertThat(BopIdentity.parse("KEPCO, BOP 50-20MG 50 V 20 A, E123456, 01/02/2020, 3.05"))
                .hasValueSatisfying(found -> {
                    assertThat(found.ratedVolts()).isEqualTo(50);
                    assertThat(found.ratedAmperes()).isEqualTo(20);
                    assertThat(found.identity().serial()).isEqualTo("E123456");
                    assertThat(found.identity().firmware()).isEqualTo("3.05");
                });
        assertThat(BopIdentity.parse("KEPCO,BIT 4886,01-02-2020,4.01-1.80")).isEmpty();
        assertThat(BopIdentity.parse("ACME,KEPCO 20-20,1")).isEmpty();
        assertThat(BopIdentity.parse("")).isEmpty();
    }

    @Test
    void refusesAnotherModelAndOneTooSmall() {
        var meter = Conversation.where("*IDN?").answers("Keysight Technologies,34465A,MY1,A.03.01");
        var small = Conversation.where("*IDN?").answers("KEPCO,BIT 4886 50-8 01-02-2020,A123456,4.01-1.80");

        assertThatThrownBy(() -> on(meter).identify(SOON))
                .isInstanceOf(WrongInstrumentException.class)
                .hasMessageContaining("34465A")
                .hasMessageContaining("expected a Kepco BOP");
        assertThatThrownBy(() -> on(small).identify(SOON))
                .isInstanceOf(WrongInstrumentException.class)
                .hasMessageContaining("rated 50.00 V and 8.000 A; at least 10.00 V and 12.00 A are due");
    }

    @Test
    void switchesOnAtZeroWithTheComplianceSetFirst() {
        var box = Conversation.begun()
                .told("*CLS", "SYST:REM 1")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then("OUTP?")
                .answers("0")
                .then("MEAS:CURR?")
                .answers("-2.1E-3")
                .told("FUNC:MODE CURR", "VOLT 10")
                .then("VOLT?")
                .answers("9.998E0")
                .told("CURR 0")
                .then("CURR?")
                .answers("0E0")
                .told("CURR:MODE FIX", "OUTP ON")
                .then("OUTP?")
                .answers("1")
                .then("SYST:ERR?")
                .answers(NO_ERROR);

        on(box).prepare(SOON);

        box.isOver();
    }

    @Test
    void keepsTheCurrentItFinds() {
        var box = Conversation.begun()
                .told("*CLS", "SYST:REM 1")
                .then("SYST:ERR?")
                .answers("-113,\"Undefined header\"")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then("OUTP?")
                .answers("1")
                .then("FUNC:MODE?")
                .answers("1")
                .told("VOLT 10")
                .then("VOLT?")
                .answers("1.0E1")
                .then("SYST:ERR?")
                .answers(NO_ERROR);

        on(box).prepare(SOON);

        box.isOver();
    }

    @Test
    void doesNotSwitchOnIntoACirculatingCurrent() {
        var box = Conversation.begun()
                .told("*CLS", "SYST:REM 1")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then("OUTP?")
                .answers("0")
                .then("MEAS:CURR?")
                .answers("3.0E0");

        assertThatThrownBy(() -> on(box).prepare(SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("its output is off, yet 3.000 A flow");
        box.isOver();
    }

    @Test
    void doesNotTurnVoltageModeIntoCurrentModeUnderCurrent() {
        var box = Conversation.begun()
                .told("*CLS", "SYST:REM 1")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then("OUTP?")
                .answers("1")
                .then("FUNC:MODE?")
                .answers("0")
                .then("MEAS:CURR?")
                .answers("5.0E0");

        assertThatThrownBy(() -> on(box).prepare(SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("voltage mode with 5.000 A");
        box.isOver();
    }

    private static Conversation loading(String present, String stored) {
        return Conversation.where("STAT:OPER:COND?")
                .answers("1024")
                .then("MEAS:CURR?")
                .answers(present)
                .told(
                        "*CLS",
                        "LIST:CLE",
                        "LIST:DIR UP",
                        "LIST:GEN DSEQ",
                        "LIST:DWEL 0.0005",
                        "LIST:COUN 1",
                        "LIST:CURR 9.95,9.9,9.85")
                .then("LIST:CURR:POIN?")
                .answers(stored)
                .then("SYST:ERR?")
                .answers(NO_ERROR);
    }

    private static final RampProgram SHORT = RampProgram.of(new double[] {0.995, 0.99, 0.985}, 0.0005);

    @Test
    void loadsVerifiesAndStartsAProgram() {
        var box = loading("1.0000E1", "+3").told("CURR:MODE LIST");
        var supply = on(box);

        supply.load(SHORT, SOON);
        supply.start(SOON);

        box.isOver();
    }

    @Test
    void refusesToStartTheSameProgramTwice() {
        var box = loading("1.0000E1", "3").told("CURR:MODE LIST");
        var supply = on(box);
        supply.load(SHORT, SOON);
        supply.start(SOON);

        assertThatThrownBy(() -> supply.start(SOON)).isInstanceOf(IllegalStateException.class);
        box.isOver();
    }

    @Test
    void loadsAgainAfterAListHasEndedByItself() {
        var box = loading("1.0000E1", "3").told("CURR:MODE LIST");
        box.then("STAT:OPER:COND?").answers("1024").then("MEAS:CURR?").answers("9.85E0");
        box.told("*CLS", "LIST:CLE", "LIST:DIR UP", "LIST:GEN DSEQ", "LIST:DWEL 0.0005", "LIST:COUN 1", "LIST:CURR 9.8")
                .then("LIST:CURR:POIN?")
                .answers("1")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .told("CURR:MODE LIST");
        var supply = on(box);
        supply.load(SHORT, SOON);
        supply.start(SOON);

        supply.load(RampProgram.of(new double[] {0.98}, 0.0005), SOON);
        supply.start(SOON);

        box.isOver();
    }

    @Test
    void doesNotBelieveALoadThatLostPoints() {
        var box = loading("1.0000E1", "2");
        var supply = on(box);

        assertThatThrownBy(() -> supply.load(SHORT, SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("sent 3 program points, it holds 2");
        assertThatThrownBy(() -> supply.start(SOON)).isInstanceOf(IllegalStateException.class);
        box.isOver();
    }

    @Test
    void refusesToEditARunningList() {
        var box = Conversation.where("STAT:OPER:COND?").answers("17408");

        assertThatThrownBy(() -> on(box).load(SHORT, SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("a list is still running");
        box.isOver();
    }

    @Test
    void refusesAFirstStepFromWhereTheCurrentIsNot() {
        var box = Conversation.where("STAT:OPER:COND?")
                .answers("1024")
                .then("MEAS:CURR?")
                .answers("0.0");

        assertThatThrownBy(() -> on(box).load(SHORT, SOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing sent")
                .hasMessageContaining("the limit is 12.0000 T/s");
        box.isOver();
    }

    @Test
    void refusesBeforeAnythingIsSaidWhatItCannotDo() {
        var box = Conversation.begun();
        var supply = on(box);

        refuses(supply, RampProgram.of(new double[] {1.1001}, 0.01), "11.001 A is beyond the limit of 11.0000 A");
        refuses(supply, RampProgram.of(new double[1003], 0.01), "1003 points, the supply holds 1002");
        refuses(supply, RampProgram.of(new double[1], 0.0004), "a dwell of 0.0004 s");
        refuses(supply, RampProgram.of(new double[1], 11), "a dwell of 11 s");
        refuses(supply, RampProgram.of(new double[] {0, 0.1}, 0.005), "the limit is 12.0000 T/s");
        box.isOver();
        assertThat(box.wire().written()).isEmpty();
    }

    @Test
    void refusesARampTheVoltageCannotMake() {
        var weak = new BopSettings(0.1, 12, 5, 0.05, 0.15, 1.1, 12, 9600, Duration.ofSeconds(2));
        var box = Conversation.begun();

        assertThatThrownBy(() -> new KepcoBop(box.line(), weak).load(RampProgram.linear(0.1, 1, 10, 0.0005), SOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the compliance is 5.000 V");
        assertThat(box.wire().written()).isEmpty();
    }

    private static void refuses(KepcoBop supply, RampProgram program, String why) {
        assertThatThrownBy(() -> supply.load(program, SOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("box (FAKE::INSTR): program refused")
                .hasMessageContaining(why);
    }

    @Test
    void uploadsTheWholeSweepInLinesOfAtMost253CharactersAtTheCardsPace() {
        var box = new BopInMemory();
        box.current(10);
        var wire = box.wire().slow(Duration.ofNanos(1_041_667));
        var supply = new KepcoBop(wire.line(), SETTINGS);
        long before = wire.clock().nanos();

        supply.load(RampProgram.linear(1, 0.1, 10, 0.0005), SOON);

        assertThat(box.list()).hasSize(180).endsWith(1.0);
        assertThat(wire.written())
                .allSatisfy(said -> assertThat(said.line().length()).isLessThan(253));
        assertThat((wire.clock().nanos() - before) * 1e-9).isBetween(0.8, 2.0);
    }

    @Test
    void readsStatusAndField() {
        var box = Conversation.where("STAT:OPER:COND?")
                .answers("16640")
                .then("OUTP?")
                .answers("1")
                .then("MEAS:CURR?")
                .answers("2.498E0");
        var supply = on(box);

        assertThat(supply.status(SOON)).isEqualTo(new SupplyStatus(true, true, true));
        var reading = supply.measureField(SOON);
        assertThat(reading.amperes()).isEqualTo(2.498);
        assertThat(reading.tesla()).isCloseTo(0.2498, within(1e-12));
        box.isOver();
    }

    @Test
    void switchesOffOnlyAfterMeasuring() {
        var box = Conversation.where("STAT:OPER:COND?")
                .answers("1024")
                .then("MEAS:CURR?")
                .answers("1.0E-3")
                .told("OUTP OFF")
                .then("OUTP?")
                .answers("0");

        on(box).outputOff(0.001, SOON);

        box.isOver();
    }

    @Test
    void keepsTheOutputOnUnderField() {
        var box = Conversation.where("STAT:OPER:COND?")
                .answers("1024")
                .then("MEAS:CURR?")
                .answers("-1.0E0");

        assertThatThrownBy(() -> on(box).outputOff(0.01, SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("at 0.01000 T or less, the field is -0.1000 T");
        box.isOver();
    }

    @Test
    void resynchronisesWithAnEmptyLineAndTwoKnownQuestions() {
        var box = Conversation.where("*IDN?")
                .answers("KEPCO,BIT 4886 20-20,A1,1.80")
                .then("SYST:ERR?")
                .answers(NO_ERROR);

        on(box).resynchronise(SOON);

        box.isOver();
        assertThat(box.wire().written().get(0))
                .extracting(FakeWire.Written::line)
                .isEqualTo("");
    }

    @Test
    void tellsItsLimitsByQuestionsAlone() {
        var box = Conversation.where("CURR? MAX")
                .answers("2.0E1")
                .then("VOLT? MAX")
                .answers("2.0E1");

        assertThat(on(box).measureLimits(SOON)).isEqualTo(new BopLimits(20, 20));
        box.isOver();
    }

    /** 1000 points at 9600 Bd were seen to take 7.3 s with values of 7 characters; the longest have 9 with their comma. */
    @Test
    void knowsHowLongAnUploadMayTakeOnItsLine() {
        assertThat(KepcoBop.capability(SETTINGS).uploadSeconds(1000)).isBetween(9.4, 10.5);
        assertThat(KepcoBop.capability(new BopSettings(0.1, 12, 10, 0.05, 0.15, 1.1, 12, 1200, Duration.ofSeconds(2)))
                        .uploadSeconds(1000))
                .isBetween(75.0, 84.0);
    }
}
