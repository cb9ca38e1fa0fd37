package org.fieldfall.drivers.truevolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.fieldfall.drivers.transport.Conversation;
import org.fieldfall.drivers.volts.VoltsAcrossSensor;
import org.fieldfall.drivers.volts.VoltsAcrossShunt;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.instrument.Sampling;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.junit.jupiter.api.Test;

class Truevolt34465ATest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String NO_ERROR = "+0,\"No error\"";
    private static final String IDENTITY = "Keysight Technologies,34465A,SIM00001,A.03.01-03.15";
    private static final Sampling SAMPLING = new Sampling(1e-3, 3e-4, 1000);
    private static final CalibrationCurve CURVE =
            CalibrationCurve.of(new double[] {1000, 3740, 10_000}, new double[] {12, 4, 2});

    private static Truevolt34465A on(Conversation conversation) {
        return new Truevolt34465A(conversation.line(), new TruevoltSettings(0.1, Duration.ofSeconds(2)));
    }

    private static Conversation volts() {
        return Conversation.begun()
                .told("ABOR", "*CLS", "CONF:VOLT:DC 0.1", "VOLT:DC:ZERO:AUTO OFF", "TRIG:SOUR IMM", "SAMP:COUN 1")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .told("VOLT:DC:APER 0.0003")
                .then("SYST:ERR?")
                .answers(NO_ERROR);
    }

    private static Conversation configured() {
        return volts().told("SAMP:SOUR TIM")
                .then("SAMP:TIM? MIN")
                .answers("+4.00000000E-04")
                .told("SAMP:TIM 0.001", "SAMP:COUN 1000")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then("SAMP:TIM?")
                .answers("+1.00000000E-03")
                .then("SAMP:COUN?")
                .answers("+1.00000000E+03");
    }

    private static Truevolt34465A started(Conversation box) {
        var meter = on(box);
        meter.configure(SAMPLING, SOON);
        meter.start(SOON);
        return meter;
    }

    @Test
    void identifiesItself() {
        var box = Conversation.where("*IDN?").answers("Keysight Technologies,34465A,SIM00001,A.03.01-03.15");

        assertThat(on(box).identify(SOON))
                .isEqualTo(new Identity("Keysight Technologies", "34465A", "SIM00001", "A.03.01-03.15"));
        box.isOver();
    }

    @Test
    void refusesAnotherModel() {
        var box = Conversation.where("*IDN?").answers("KEPCO,BIT 4886 20-20,A1,1.80");

        assertThatThrownBy(() -> on(box).identify(SOON))
                .isInstanceOf(WrongInstrumentException.class)
                .hasMessageContaining("KEPCO")
                .hasMessageContaining("expected a Keysight 34465A");
    }

    @Test
    void readsOnceAndAgainForOneQuestion() {
        var box = volts().then("READ?")
                .answers("+1.68300000E-03")
                .then("READ?")
                .answers("+9.90000000E+37")
                .told("VOLT:DC:APER 0.02")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then("READ?")
                .answers("+1.68310000E-03");
        var meter = on(box);

        assertThat(meter.readOnce(3e-4, SOON)).isEqualTo(1.683e-3);
        assertThat(meter.readOnce(3e-4, SOON)).isNaN();
        assertThat(meter.readOnce(0.02, SOON)).isEqualTo(1.6831e-3);
        box.isOver();
    }

    @Test
    void waitsForALongApertureBeyondTheReplyTime() {
        var box = Conversation.begun()
                .told("ABOR", "*CLS", "CONF:VOLT:DC 0.1", "VOLT:DC:ZERO:AUTO OFF", "TRIG:SOUR IMM", "SAMP:COUN 1")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .told("VOLT:DC:APER 2")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then("READ?")
                .answersLate(Duration.ofMillis(4100), "+1.6E-03");

        assertThat(on(box).readOnce(2, SOON)).isEqualTo(1.6e-3);
        box.isOver();
    }

    @Test
    void samplesByItsTimerAndIsDrainedBlockByBlock() {
        var box = configured()
                .told("*CLS", "INIT")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then("DATA:POIN?")
                .answers("+0")
                .then("DATA:POIN?")
                .answers("+3")
                .then("R? 3")
                .answers("#233+1.6E-03,+9.90000000E+37,+1.7E-03")
                .then("DATA:POIN?")
                .answers("+1")
                .then("R? 1")
                .answers("#18+1.8E-03")
                .told("ABOR");
        var meter = started(box);

        var empty = meter.drain(SOON);
        var first = meter.drain(SOON);
        var second = meter.drain(SOON);
        meter.stop(SOON);

        assertThat(empty.size()).isZero();
        assertThat(first.firstIndex()).isZero();
        assertThat(first.raw()).containsExactly(1.6e-3, Double.NaN, 1.7e-3);
        assertThat(second.firstIndex()).isEqualTo(3);
        assertThat(second.intervalSeconds()).isEqualTo(1e-3);
        box.isOver();
    }

    @Test
    void saysSoWhenTheMemoryOverflowed() {
        var box = configured()
                .told("*CLS", "INIT")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then("DATA:POIN?")
                .answers("+50000");
        var meter = started(box);

        assertThatThrownBy(() -> meter.drain(SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("overflowed and the oldest were lost after number 0")
                .hasMessageContaining("more often than every 50.0 s");
        assertThatThrownBy(() -> meter.drain(SOON)).isInstanceOf(InstrumentFaultException.class);
        box.isOver();
    }

    private static Conversation running() {
        return configured().told("*CLS", "INIT").then("SYST:ERR?").answers(NO_ERROR);
    }

    private static Conversation proven(Conversation box, boolean firstFirst) {
        return firstFirst
                ? box.then("*IDN?").answers(IDENTITY).then("SYST:ERR?").answers(NO_ERROR)
                : box.then("SYST:ERR?").answers(NO_ERROR).then("*IDN?").answers(IDENTITY);
    }

    @Test
    void keepsThePlaceOfWhatFollowsALostBlock() {
        var box = running()
                .then("DATA:POIN?")
                .answers("+2")
                .then("R? 2")
                .answers("#217+1.6E-03,+1.7E-03")
                .then("DATA:POIN?")
                .answers("+3")
                .then("R? 3")
                .isSilent();
        proven(box, true)
                .then("*ESR?")
                .answers("+0")
                .then("DATA:POIN?")
                .answers("+1")
                .then("R? 1")
                .answers("#18+1.8E-03");
        var meter = started(box);

        var before = meter.drain(SOON);
        var after = meter.drain(SOON);

        assertThat(before.size()).isEqualTo(2);
        assertThat(after.firstIndex()).isEqualTo(5);
        assertThat(after.raw()).containsExactly(1.8e-3);
        box.isOver();
    }

    @Test
    void givesNoReadingAWrongPlaceWhenNobodyKnowsWhetherABlockWasTaken() {
        var box = running().then("DATA:POIN?").answers("+3").then("R? 3").isSilent();
        proven(box, true).then("*ESR?").answers("+32");
        var meter = started(box);

        assertThatThrownBy(() -> meter.drain(SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("asked \"*ESR?\" after a lost block, got 32");
        assertThatThrownBy(() -> meter.drain(SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("readings were lost after number 0");
        box.isOver();
    }

    @Test
    void givesUpALineThatLosesBlockAfterBlock() {
        var box = running();
        for (int i = 0; i < 3; i++) {
            box.then("DATA:POIN?").answers("+3").then("R? 3").isSilent();
            proven(box, i % 2 == 0).then("*ESR?").answers("+0");
        }
        box.then("DATA:POIN?").answers("+3").then("R? 3").isSilent();
        var meter = started(box);

        assertThatThrownBy(() -> meter.drain(SOON))
                .isInstanceOf(NoReplyException.class)
                .hasMessageContaining("asked \"R? 3\"");
        assertThatThrownBy(() -> meter.drain(SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("readings were lost after number 9");
        box.isOver();
    }

    @Test
    void aStartThatTheMeterRefusesIsNoAcquisition() {
        var box = configured().told("*CLS", "INIT").then("SYST:ERR?").answers("-213,\"Init ignored\"");
        box.then("SYST:ERR?").answers(NO_ERROR);
        var meter = on(box);
        meter.configure(SAMPLING, SOON);

        assertThatThrownBy(() -> meter.start(SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("asked to start the acquisition")
                .hasMessageContaining("Init ignored");
        assertThatThrownBy(() -> meter.drain(SOON)).hasMessageContaining("its start failed");
        box.isOver();
    }

    @Test
    void tellsItsRangesByQuestionsAlone() {
        var box = Conversation.where("VOLT:DC:RANG?")
                .answers("+1.00000000E+01")
                .then("VOLT:DC:RANG? MIN")
                .answers("+1.00000000E-01")
                .then("VOLT:DC:RANG? MAX")
                .answers("+1.00000000E+03");

        assertThat(on(box).measureRange(SOON)).isEqualTo(new MeterRange(10, 0.1, 1000));
        box.isOver();
    }

    @Test
    void refusesATimerFasterThanItsOwnMinimum() {
        var box = volts().told("SAMP:SOUR TIM").then("SAMP:TIM? MIN").answers("+4.00000000E-04");

        assertThatThrownBy(() -> on(box).configure(new Sampling(3.5e-4, 3e-4, 10), SOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shortest interval for this setup is 4.0E-4 s");
        box.isOver();
    }

    @Test
    void refusesBeforeAnythingIsSaidWhatItCannotDo() {
        var box = Conversation.begun();
        var meter = on(box);

        assertThatThrownBy(() -> meter.readOnce(1e-4, SOON)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meter.configure(new Sampling(1e-3, 3e-4, 1_000_001), SOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meter.start(SOON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> meter.drain(SOON)).isInstanceOf(InstrumentFaultException.class);
        assertThat(box.wire().written()).isEmpty();
    }

    @Test
    void waitsForAnEdgeOfTheTriggerLine() {
        var box = volts().told("TRIG:SOUR EXT", "SAMP:SOUR TIM")
                .then("SAMP:TIM? MIN")
                .answers("+4.00000000E-04")
                .told("SAMP:TIM 0.001", "SAMP:COUN 1000")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then("SAMP:TIM?")
                .answers("+1.00000000E-03")
                .then("SAMP:COUN?")
                .answers("+1.00000000E+03")
                .told("*CLS", "INIT")
                .then("SYST:ERR?")
                .answers(NO_ERROR);
        var meter = on(box);

        meter.configure(new Sampling(1e-3, 3e-4, 1000, true), SOON);
        meter.start(SOON);

        box.isOver();
    }

    @Test
    void turnsVoltsIntoKelvinByTheCurrentOfTheMoment() {
        var thermometer = new VoltsAcrossSensor(on(Conversation.begun()), 0.45e-6, CURVE);

        assertThat(thermometer.kelvin(3740 * 0.45e-6)).isCloseTo(4, within(1e-9));
        assertThat(thermometer.kelvin(Double.NaN)).isNaN();
        assertThat(thermometer.kelvin(-1e-3)).isNaN();
        assertThat(thermometer.kelvin(1)).isNaN();
        thermometer.excited(-0.45e-6);
        assertThat(thermometer.kelvin(-3740 * 0.45e-6)).isCloseTo(4, within(1e-9));
        thermometer.excited(0);
        assertThat(thermometer.kelvin(0)).isNaN();
    }

    @Test
    void turnsVoltsIntoTeslaByTheShunt() {
        var monitor = new VoltsAcrossShunt(on(Conversation.begun()), 0.1, 0.01);

        assertThat(monitor.tesla(0.05)).isCloseTo(0.5, within(1e-12));
        assertThat(monitor.tesla(-0.05)).isCloseTo(-0.5, within(1e-12));
        assertThat(monitor.tesla(Double.NaN)).isNaN();
        assertThatThrownBy(() -> new VoltsAcrossShunt(on(Conversation.begun()), 0.1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRolePassesEverythingOnToItsMeter() {
        var box = configured()
                .told("*CLS", "INIT")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then("DATA:POIN?")
                .answers("+1")
                .then("R? 1")
                .answers("#18+1.8E-03")
                .told("ABOR");
        box.then("*IDN?").answers("Keysight Technologies,34470A,MY1,A.03.01");
        var monitor = new VoltsAcrossShunt(on(box), 0.1, 0.01);

        monitor.configure(SAMPLING, SOON);
        monitor.start(SOON);
        var block = monitor.drain(SOON);
        monitor.stop(SOON);

        assertThat(block.raw()).containsExactly(1.8e-3);
        assertThat(monitor.identify(SOON).model()).isEqualTo("34470A");
        assertThat(monitor.capability().memoryReadings()).isEqualTo(50_000);
        box.isOver();
    }
}
