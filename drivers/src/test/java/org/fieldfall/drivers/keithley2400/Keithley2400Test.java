package org.fieldfall.drivers.keithley2400;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.fieldfall.drivers.transport.Conversation;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Keithley2400Test {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String NO_ERROR = "0,\"No error\"";

    private static Keithley2400 on(Conversation box) {
        return new Keithley2400(box.line(), new SourceSettings(1e-6, 5, 5e-4, Duration.ofSeconds(2)));
    }

    private static Conversation ready() {
        return Conversation.begun()
                .told("*CLS")
                .then("OUTP?")
                .answers("0")
                .told(":SOUR:FUNC CURR", ":SOUR:CURR 0", ":SENS:VOLT:PROT 5")
                .then(":SENS:VOLT:PROT?")
                .answers("+5.000000E+00")
                .told(":FORM:ELEM VOLT,CURR,RES,TIME,STAT")
                .then("SYST:ERR?")
                .answers(NO_ERROR);
    }

    private static Conversation level(Conversation box, String sent, String back) {
        return box.told(":SOUR:CURR " + sent)
                .then(":SOUR:CURR?")
                .answers(back)
                .told("OUTP ON")
                .then("OUTP?")
                .answers("1")
                .then("SYST:ERR?")
                .answers(NO_ERROR);
    }

    @Test
    void identifiesItself() {
        var box = Conversation.where("*IDN?").answers("KEITHLEY INSTRUMENTS INC.,MODEL 2400,SIM2400,C30   Mar 17 2006");

        assertThat(on(box).identify(SOON))
                .isEqualTo(new Identity("KEITHLEY INSTRUMENTS INC.", "MODEL 2400", "SIM2400", "C30   Mar 17 2006"));
        box.isOver();
    }

    @Test
    void setsReversesAndKeepsTheOutputOnAtZero() {
        var box = level(ready(), "0.00000045", "+4.500000E-07");
        level(box, "-0.00000045", "-4.500000E-07");
        level(box, "0", "+0.000000E+00");
        var source = on(box);

        source.set(0.45e-6, SOON);
        source.set(-0.45e-6, SOON);
        source.set(0, SOON);

        box.isOver();
    }

    @Test
    void measuresTheCurrentOrTellsTheLevelWhereItCannot() {
        var box = level(ready(), "0.00000045", "+4.500000E-07");
        box.then("OUTP?")
                .answers("1")
                .then(":READ?")
                .answers("+1.700000E-03,+4.501000E-07,+9.910000E+37,+1.2E+01,+2.150800E+04")
                .then("OUTP?")
                .answers("1")
                .then(":READ?")
                .answers("+1.700000E-03,+9.910000E+37,+9.910000E+37,+1.2E+01,+2.150800E+04")
                .then(":SOUR:CURR?")
                .answers("+4.500000E-07");
        var source = on(box);
        source.set(0.45e-6, SOON);

        assertThat(source.measureAmperes(SOON)).isEqualTo(4.501e-7);
        assertThat(source.measureAmperes(SOON)).isEqualTo(4.5e-7);
        box.isOver();
    }

    @Test
    void aSourceHeldBackByItsVoltageIsAFault() {
        var box = level(ready(), "0.00000045", "+4.500000E-07");
        box.then("OUTP?").answers("1").then(":READ?").answers("+5.0E+00,+4.5E-07,+9.91E+37,+1.2E+01,+2.1516E+04");
        var source = on(box);
        source.set(0.45e-6, SOON);

        assertThatThrownBy(() -> source.measureAmperes(SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("held back by its voltage limit");
    }

    @Test
    void leavesAVoltageSourceThatIsOnAlone() {
        var box = Conversation.begun()
                .told("*CLS")
                .then("OUTP?")
                .answers("1")
                .then(":SOUR:FUNC?")
                .answers("VOLT");

        assertThatThrownBy(() -> on(box).set(1e-7, SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("source of VOLT");
        box.isOver();
    }

    @Test
    void noCurrentFlowsWhileTheOutputIsOff() {
        var box = Conversation.where("OUTP?").answers("0");

        assertThat(on(box).measureAmperes(SOON)).isZero();
        box.isOver();
    }

    @Test
    void doesNotTakeFourFieldsForFive() {
        var box = level(ready(), "0.00000045", "+4.500000E-07");
        String four = "+1.7E-03,+4.501E-07,+1.2E+01,+2.1508E+04";
        box.then("OUTP?").answers("1").then(":READ?").answers(four);
        box.then("*IDN?")
                .answers("KEITHLEY,MODEL 2400,1,C30")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then(":READ?")
                .answers(four);
        var source = on(box);
        source.set(0.45e-6, SOON);

        assertThatThrownBy(() -> source.measureAmperes(SOON)).isInstanceOf(GarbledReplyException.class);
        box.isOver();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0001e-6, -1.0001e-6, 1, Double.NaN, Double.NEGATIVE_INFINITY})
    void sendsNoCurrentBeyondTheLimit(double amperes) {
        var box = Conversation.begun();

        assertThatThrownBy(() -> on(box).set(amperes, SOON)).isInstanceOf(IllegalArgumentException.class);
        assertThat(box.wire().written()).isEmpty();
    }

    @Test
    void tellsHowItIsFoundByQuestionsAlone() {
        var box = Conversation.where(":SENS:VOLT:PROT?")
                .answers("+2.100000E+01")
                .then(":SOUR:CURR?")
                .answers("+0.000000E+00")
                .then("OUTP?")
                .answers("0");

        assertThat(on(box).measureSetup(SOON)).isEqualTo(new SourceSetup(21, 0, false));
        box.isOver();
    }
}
