package org.fieldfall.drivers.mishap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.fieldfall.drivers.keithley2400.Keithley2400;
import org.fieldfall.drivers.keithley2400.SourceSettings;
import org.fieldfall.drivers.kepco.BopSettings;
import org.fieldfall.drivers.kepco.KepcoBop;
import org.fieldfall.drivers.lakeshore350.HeaterSettings;
import org.fieldfall.drivers.lakeshore350.LakeShore350;
import org.fieldfall.drivers.transport.Conversation;
import org.fieldfall.drivers.truevolt.Truevolt34465A;
import org.fieldfall.drivers.truevolt.TruevoltSettings;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a driver knew of its box does not outlive the opening of the line it was learnt on. */
@Timeout(30)
class AfterReopeningTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final String NO_ERROR = "0,\"No error\"";
    private static final RampProgram PROGRAM = RampProgram.of(new double[] {0.995, 0.99, 0.985}, 0.0005);

    @Test
    void aSupplyDoesNotStartAProgramThatWasLoadedBefore() throws Exception {
        var before = loading(Conversation.begun());
        var after =
                loading(probed("KEPCO,BIT 4886 20-20  01-02-2020,A1,4.01-1.80")).told("CURR:MODE LIST");
        try (var line = before.lineThen(after)) {
            var supply = new KepcoBop(line, new BopSettings(0.1, 12, 10, 0.05, 0.15, 1.1, 12, 9600, SILENCE));
            supply.load(PROGRAM, SOON);
            before.unplug(line);

            assertThatThrownBy(() -> supply.start(SOON))
                    .isInstanceOf(LineLostException.class)
                    .hasMessageContaining("not asked: the line was lost and opened again since");

            assertThat(after.wire().written()).isEmpty();
            assertThatThrownBy(() -> supply.start(SOON)).isInstanceOf(IllegalStateException.class);
            supply.load(PROGRAM, SOON);
            supply.start(SOON);
            after.isOver();
        }
    }

    private static Conversation loading(Conversation box) {
        return box.then("STAT:OPER:COND?")
                .answers("1024")
                .then("MEAS:CURR?")
                .answers("1.0000E1")
                .told(
                        "*CLS",
                        "LIST:CLE",
                        "LIST:DIR UP",
                        "LIST:GEN DSEQ",
                        "LIST:DWEL 0.0005",
                        "LIST:COUN 1",
                        "LIST:CURR 9.95,9.9,9.85")
                .then("LIST:CURR:POIN?")
                .answers("+3")
                .then("SYST:ERR?")
                .answers(NO_ERROR);
    }

    /** The first exchange on a line that was opened again proves it. */
    private static Conversation probed(String name) {
        return Conversation.where("*IDN?").answers(name).then("SYST:ERR?").answers(NO_ERROR);
    }

    @Test
    void aMeterThatWasStartedBeforeGivesNoReadings() throws Exception {
        var before = configuring(Conversation.begun())
                .told("*CLS", "INIT")
                .then("SYST:ERR?")
                .answers(NO_ERROR);
        var after = Conversation.begun();
        try (var line = before.lineThen(after)) {
            var meter = new Truevolt34465A(line, new TruevoltSettings(0.1, SILENCE));
            meter.configure(new Sampling(1e-3, 3e-4, 1000), SOON);
            meter.start(SOON);
            before.unplug(line);

            assertThatThrownBy(() -> meter.drain(SOON))
                    .isInstanceOf(InstrumentFaultException.class)
                    .hasMessageContaining("the line was lost and opened again after reading number 0");
            assertThatThrownBy(() -> meter.start(SOON)).isInstanceOf(LineLostException.class);
            assertThat(after.wire().written()).isEmpty();
        }
    }

    private static Conversation configuring(Conversation box) {
        return volts(box)
                .told("SAMP:SOUR TIM")
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

    private static Conversation volts(Conversation box) {
        return box.told("ABOR", "*CLS", "CONF:VOLT:DC 0.1", "VOLT:DC:ZERO:AUTO OFF", "TRIG:SOUR IMM", "SAMP:COUN 1")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .told("VOLT:DC:APER 0.0003")
                .then("SYST:ERR?")
                .answers(NO_ERROR);
    }

    @Test
    void aMeterIsSetUpAgainForItsNextReading() throws Exception {
        var before = volts(Conversation.begun()).then("READ?").answers("+1.68000000E-03");
        var after = volts(probed("Keysight Technologies,34465A,MY1,A.03.01"))
                .then("READ?")
                .answers("+1.69000000E-03");
        try (var line = before.lineThen(after)) {
            var meter = new Truevolt34465A(line, new TruevoltSettings(0.1, SILENCE));
            assertThat(meter.readOnce(3e-4, SOON)).isEqualTo(1.68e-3);
            before.unplug(line);

            assertThat(meter.readOnce(3e-4, SOON)).isEqualTo(1.69e-3);
            after.isOver();
        }
    }

    @Test
    void aHeaterIsSetToOpenLoopAgain() throws Exception {
        var before = heating(Conversation.begun());
        var after = heating(Conversation.where("*IDN?")
                .answers("LSCI,MODEL350,LSA1,1.4")
                .then("*ESR?")
                .answers("0"));
        try (var line = before.lineThen(after)) {
            var heater = new LakeShore350(line, SILENCE).heater(new HeaterSettings(2, 1e4, 50e-6, 0.005));
            heater.on(4e-6, SOON);
            before.unplug(line);

            heater.on(4e-6, SOON);

            after.isOver();
        }
    }

    private static Conversation heating(Conversation box) {
        return box.told("RANGE 2,0")
                .then("RANGE? 2")
                .answers("0")
                .told("OUTMODE 2,3,0,0")
                .then("OUTMODE? 2")
                .answers("3,0,0")
                .then("HTRSET? 2")
                .answers("2,0,+0.000,1")
                .told("MOUT 2,2.00")
                .then("MOUT? 2")
                .answers("+2.00")
                .then("RANGE 2,1;RANGE? 2")
                .answers("1");
    }

    @Test
    void aSourceIsSetUpAgainBeforeItsNextLevel() throws Exception {
        var before = sourcing(Conversation.begun());
        var after = sourcing(probed("KEITHLEY INSTRUMENTS INC.,MODEL 2400,1,C30"));
        try (var line = before.lineThen(after)) {
            var source = new Keithley2400(line, new SourceSettings(1e-6, 5, 5e-4, SILENCE));
            source.set(4.5e-7, SOON);
            before.unplug(line);

            source.set(4.5e-7, SOON);

            after.isOver();
        }
    }

    private static Conversation sourcing(Conversation box) {
        return box.told("*CLS")
                .then("OUTP?")
                .answers("0")
                .told(":SOUR:FUNC CURR", ":SOUR:CURR 0", ":SENS:VOLT:PROT 5")
                .then(":SENS:VOLT:PROT?")
                .answers("+5.000000E+00")
                .told(":FORM:ELEM VOLT,CURR,RES,TIME,STAT")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .told(":SOUR:CURR 0.00000045")
                .then(":SOUR:CURR?")
                .answers("+4.500000E-07")
                .told("OUTP ON")
                .then("OUTP?")
                .answers("1")
                .then("SYST:ERR?")
                .answers(NO_ERROR);
    }
}
