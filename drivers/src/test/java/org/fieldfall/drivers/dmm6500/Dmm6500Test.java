package org.fieldfall.drivers.dmm6500;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.fieldfall.drivers.transport.Conversation;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.Sampling;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.junit.jupiter.api.Test;

class Dmm6500Test {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String NO_ERROR = "0,\"No error;0;0 0\"";
    private static final Sampling SAMPLING = new Sampling(1e-3, 3e-4, 1000);

    private static Dmm6500 on(Conversation conversation) {
        return new Dmm6500(conversation.line(), new DmmSettings(0.1, Duration.ofSeconds(2)));
    }

    private static Conversation volts(String function) {
        return Conversation.begun()
                .told(":ABOR", "*RST", "*CLS")
                .then("*OPC?")
                .answers("1")
                .told(":SENS:FUNC \"VOLT:DC\"", ":SENS:VOLT:RANG 0.1", ":SENS:VOLT:AZER OFF", ":SENS:COUN 1")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then(":SENS:FUNC?")
                .answers(function);
    }

    private static Conversation aperture(Conversation box, String seconds) {
        return box.told(":SENS:VOLT:APER " + seconds, ":SENS:VOLT:AZER:ONCE")
                .then("SYST:ERR?")
                .answers(NO_ERROR);
    }

    private static Conversation configured(String secondBlock) {
        return aperture(volts("\"VOLT:DC\""), "0.0003")
                .told(":FORM:DATA ASC", ":TRAC:MAKE \"fieldfall\",1000", ":TRAC:FILL:MODE ONCE,\"fieldfall\"")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .told(
                        ":TRIG:TIM1:DEL 0.001",
                        ":TRIG:TIM1:COUN 0",
                        ":TRIG:TIM1:STAR:GEN ON",
                        ":TRIG:TIM1:STAR:STIM NOT1",
                        ":TRIG:TIM1:STAT ON",
                        ":TRIG:BLOC:BUFF:CLE 1,\"fieldfall\"",
                        secondBlock,
                        ":TRIG:BLOC:NOT 3,1",
                        ":TRIG:BLOC:WAIT 4,TIM1",
                        ":TRIG:BLOC:MDIG 5,\"fieldfall\",1",
                        ":TRIG:BLOC:BRAN:COUN 6,1000,4")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then(":SENS:VOLT:APER?")
                .answers("3.0000000E-04")
                .then(":TRIG:TIM1:DEL?")
                .answers("1.0000000E-03")
                .then(":TRAC:POIN? \"fieldfall\"")
                .answers("1000");
    }

    private static Conversation begun() {
        return configured(":TRIG:BLOC:NOP 2")
                .told("*CLS", ":INIT")
                .then("SYST:ERR?")
                .answers(NO_ERROR);
    }

    private static Dmm6500 started(Conversation box) {
        var meter = on(box);
        meter.configure(SAMPLING, SOON);
        meter.start(SOON);
        return meter;
    }

    @Test
    void identifiesItselfAndItsLanguage() {
        var box = Conversation.where("*IDN?")
                .answers("KEITHLEY INSTRUMENTS,MODEL DMM6500,SIM00005,1.7.12b")
                .then("*LANG?")
                .answers("SCPI");

        assertThat(on(box).identify(SOON))
                .isEqualTo(new Identity("KEITHLEY INSTRUMENTS", "DMM6500", "SIM00005", "1.7.12b"));
        box.isOver();
    }

    @Test
    void refusesABoxThatWasLeftInAnotherLanguageAndSaysWhatToDo() {
        var box = Conversation.where("*IDN?")
                .answers("KEITHLEY INSTRUMENTS,MODEL DMM6500,04400001,1.7.12b")
                .then("*LANG?")
                .answers("TSP");

        assertThatThrownBy(() -> on(box).identify(SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("asked \"*LANG?\", got \"TSP\", expected SCPI")
                .hasMessageContaining("*LANG SCPI");
        box.isOver();
    }

    @Test
    void refusesAnotherModel() {
        var box = Conversation.where("*IDN?").answers("KEITHLEY INSTRUMENTS,MODEL DAQ6510,1,1.7.12b");

        assertThatThrownBy(() -> on(box).identify(SOON))
                .isInstanceOf(WrongInstrumentException.class)
                .hasMessageContaining("expected a Keithley DMM6500");
        box.isOver();
    }

    @Test
    void readsOnceAndAgainForOneQuestionWhateverItsFirmwareQuotes() {
        var box = aperture(volts("VOLT:DC"), "0.0003")
                .then(":READ?")
                .answers("1.6830000E-03")
                .then(":READ?")
                .answers("9.9000000E+37");
        var meter = on(box);

        assertThat(meter.readOnce(3e-4, SOON)).isEqualTo(1.683e-3);
        assertThat(meter.readOnce(3e-4, SOON)).isNaN();
        box.isOver();
    }

    @Test
    void neverReadsWithAnotherFunction() {
        var box = volts("\"FRES\"");

        assertThatThrownBy(() -> on(box).readOnce(3e-4, SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("after setting VOLT:DC, got \"FRES\"");
        box.isOver();
    }

    @Test
    void readsItsBufferPieceByPieceWhileItFills() {
        var box = begun().then(":TRAC:ACT? \"fieldfall\"")
                .answers("0")
                .then(":TRAC:ACT? \"fieldfall\"")
                .answers("3")
                .then(":TRAC:DATA? 1,3,\"fieldfall\",READ,REL")
                .answers("1.6E-03,0.0E+00,9.9000000E+37,1.0E-03,1.7E-03,2.0E-03")
                .then(":TRAC:ACT? \"fieldfall\"")
                .answers("4")
                .then(":TRAC:DATA? 4,4,\"fieldfall\",READ,REL")
                .answers("1.8E-03,3.0E-03")
                .told(":ABOR");
        var meter = started(box);

        var empty = meter.drain(SOON);
        var first = meter.drain(SOON);
        var second = meter.drain(SOON);
        meter.stop(SOON);

        assertThat(empty.size()).isZero();
        assertThat(first.firstIndex()).isZero();
        assertThat(first.raw()).containsExactly(1.6e-3, Double.NaN, 1.7e-3);
        assertThat(second.firstIndex()).isEqualTo(3);
        assertThat(second.raw()).containsExactly(1.8e-3);
        assertThat(second.intervalSeconds()).isEqualTo(1e-3);
        box.isOver();
    }

    @Test
    void endsAnAcquisitionWhoseReadingsDidNotKeepThePace() {
        var box = begun().then(":TRAC:ACT? \"fieldfall\"")
                .answers("2")
                .then(":TRAC:DATA? 1,2,\"fieldfall\",READ,REL")
                .answers("1.6E-03,0.0E+00,1.7E-03,2.0E-03")
                .then("*IDN?")
                .answers("KEITHLEY INSTRUMENTS,MODEL DMM6500,1,1.7.12b")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then(":TRAC:DATA? 1,2,\"fieldfall\",READ,REL")
                .answers("1.6E-03,0.0E+00,1.7E-03,2.0E-03");
        var meter = started(box);

        assertThatThrownBy(() -> meter.drain(SOON))
                .isInstanceOf(GarbledReplyException.class)
                .hasRootCauseMessage("reading number 2 was taken at 0.002 s, due at 0.001 s");
        assertThatThrownBy(() -> meter.drain(SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("readings were lost after number 0");
        box.isOver();
    }

    @Test
    void waitsForTheTriggerLineInItsModel() {
        var box = configured(":TRIG:BLOC:WAIT 2,EXT");

        on(box).configure(new Sampling(1e-3, 3e-4, 1000, true), SOON);

        box.isOver();
    }

    @Test
    void refusesBeforeTheWireWhatItCannotDo() {
        var box = Conversation.begun();
        var meter = on(box);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> meter.configure(new Sampling(3.5e-4, 3e-4, 10), SOON))
                .withMessageContaining("the shortest for an aperture of 3.0E-4 s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> meter.configure(new Sampling(1e-3, 3e-4, 1_000_001), SOON))
                .withMessageContaining("one acquisition holds 1000000");
        assertThatIllegalArgumentException().isThrownBy(() -> meter.readOnce(5e-5, SOON));
        assertThatIllegalStateException().isThrownBy(() -> meter.start(SOON));
        assertThatThrownBy(() -> meter.drain(SOON)).hasMessageContaining("it was not started");
        assertThatIllegalArgumentException().isThrownBy(() -> new DmmSettings(0.2, SOON));
        box.isOver();
    }

    @Test
    void reportsWhatItsErrorQueueHolds() {
        var box = configured(":TRIG:BLOC:NOP 2")
                .told("*CLS", ":INIT")
                .then("SYST:ERR?")
                .answers("-213,\"Init ignored;1;2026/11/28 10:00:00.000\"")
                .then("SYST:ERR?")
                .answers(NO_ERROR);
        var meter = on(box);
        meter.configure(SAMPLING, SOON);

        assertThatThrownBy(() -> meter.start(SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("asked to start the acquisition, it reports [-213 Init ignored");
        box.isOver();
    }
}
