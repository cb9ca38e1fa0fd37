package org.fieldfall.drivers.ami430;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.fieldfall.drivers.transport.Conversation;
import org.fieldfall.protocols.instrument.BiasMagnet.State;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ami430Test {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String NO_ERROR = "0,\"No error\"";

    private static Ami430 on(Conversation box) {
        return new Ami430(box.line(), new AmiSettings(0.02, 0.1, 0.001, Duration.ofMillis(250), Duration.ofSeconds(2)));
    }

    private static Conversation asked(Conversation box) {
        return box.told("*CLS", "CONF:FIELD:UNITS 1", "CONF:RAMP:RATE:UNITS 0")
                .then("FIELD:UNITS?")
                .answers("1")
                .then("RAMP:RATE:UNITS?")
                .answers("0")
                .then("COIL?")
                .answers("0.0200000");
    }

    private static Conversation ready(Conversation box) {
        return asked(box)
                .then("PS:INST?")
                .answers("0")
                .told("CONF:RAMP:RATE:SEG 1", "CONF:RAMP:RATE:FIELD 1,0.001,0.1")
                .then("RAMP:RATE:FIELD:1?")
                .answers("0.0010,0.1000")
                .then("SYST:ERR?")
                .answers(NO_ERROR);
    }

    @Test
    void identifiesItselfWithAndWithoutASerialNumber() {
        var bare = Conversation.where("*IDN?").answers("AMERICAN MAGNETICS INC.,MODEL 430,2.53");
        var numbered = Conversation.where("*IDN?").answers("American Magnetics Inc., Model 430, 14021, 3.18");

        assertThat(on(bare).identify(SOON)).isEqualTo(new Identity("AMERICAN MAGNETICS INC.", "MODEL 430", "", "2.53"));
        assertThat(on(numbered).identify(SOON))
                .isEqualTo(new Identity("American Magnetics Inc.", "Model 430", "14021", "3.18"));
    }

    @Test
    void refusesAnotherModel() {
        var box = Conversation.where("*IDN?").answers("AMERICAN MAGNETICS INC.,MODEL 4300,2.53");

        assertThatThrownBy(() -> on(box).identify(SOON))
                .isInstanceOf(WrongInstrumentException.class)
                .hasMessageContainingAll("*IDN?", "MODEL 4300", "AMI Model 430");
    }

    @Test
    void choosesUnitsAndRateBeforeItRampsAndReadsEachBack() {
        var box = ready(Conversation.where("QU?").answers("0"))
                .told("PAUSE", "CONF:FIELD:TARG 0.05")
                .then("FIELD:TARG?")
                .answers("0.050000")
                .told("RAMP")
                .then("SYST:ERR?")
                .answers(NO_ERROR)
                .then("FIELD:MAG?")
                .answers("0.012345");
        var magnet = on(box);

        magnet.rampTo(0.05, SOON);

        assertThat(magnet.measureTesla(SOON)).isEqualTo(0.012345);
        box.isOver();
    }

    @Test
    void asksForTheUnitOfAReadingItHasNotChosen() {
        var box = Conversation.where("FIELD:UNITS?")
                .answers("0")
                .then("FIELD:MAG?")
                .answers("-0.5000");

        assertThat(on(box).measureTesla(SOON)).isCloseTo(-0.05, within(1e-12));
        box.isOver();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.10001, -0.2, Double.NaN, Double.POSITIVE_INFINITY})
    void sendsNothingBeyondItsLimit(double tesla) {
        var box = Conversation.begun();

        assertThatThrownBy(() -> on(box).rampTo(tesla, SOON)).isInstanceOf(IllegalArgumentException.class);
        box.isOver();
    }

    @Test
    void takesNoRampAfterAMagnetQuench() {
        var box = Conversation.where("QU?").answers("1");

        assertThatThrownBy(() -> on(box).rampTo(0, SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContainingAll("magnet quench", "front panel");
        box.isOver();
    }

    @Test
    void takesNoRampWhileThePersistentSwitchIsCold() {
        var box = asked(Conversation.where("QU?").answers("0"))
                .then("PS:INST?")
                .answers("1")
                .then("PS?")
                .answers("0");

        assertThatThrownBy(() -> on(box).rampTo(0.01, SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("persistent switch is cold");
        box.isOver();
    }

    @Test
    void refusesAProgrammerThatIsSetToAnotherMagnet() {
        var box = Conversation.where("QU?")
                .answers("0")
                .told("*CLS", "CONF:FIELD:UNITS 1", "CONF:RAMP:RATE:UNITS 0")
                .then("FIELD:UNITS?")
                .answers("1")
                .then("RAMP:RATE:UNITS?")
                .answers("0")
                .then("COIL?")
                .answers("0.2000000");

        assertThatThrownBy(() -> on(box).rampTo(0.01, SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContainingAll("COIL?", "0.02", "0.2");
        box.isOver();
    }

    @Test
    void doesNotRampToATargetThatReadsBackOtherwise() {
        var box = ready(Conversation.where("QU?").answers("0"))
                .told("PAUSE", "CONF:FIELD:TARG 0.05")
                .then("FIELD:TARG?")
                .answers("0.500000");

        assertThatThrownBy(() -> on(box).rampTo(0.05, SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("FIELD:TARG?");
        box.isOver();
    }

    @ParameterizedTest
    @CsvSource({
        "1,RAMPING",
        "2,RESTING",
        "3,RESTING",
        "4,RAMPING",
        "5,RAMPING",
        "6,RAMPING",
        "7,MAGNET_QUENCH",
        "8,RESTING",
        "9,RAMPING",
        "10,RAMPING"
    })
    void readsTheState(String answer, State due) {
        assertThat(on(Conversation.where("STATE?").answers(answer)).state(SOON)).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "0", "-1", "1.5", "at rest"})
    void takesNothingElseForAState(String answer) {
        var box = Conversation.where("STATE?").answers(answer);

        // What comes next is the proof of the line, which this box does not know.
        assertThatThrownBy(() -> on(box).state(SOON)).hasMessageContaining("*IDN?");
    }

    @Test
    void tellsItsSetupInTesla() {
        var box = Conversation.where("FIELD:UNITS?")
                .answers("0")
                .then("COIL?")
                .answers("0.2000000")
                .then("CURR:LIMIT?")
                .answers("10.0000")
                .then("PS:INST?")
                .answers("1");

        var setup = on(box).measureSetup(SOON);

        assertThat(setup.teslaPerAmpere()).isCloseTo(0.02, within(1e-12));
        assertThat(setup.limitTesla()).isCloseTo(0.2, within(1e-12));
        assertThat(setup.hasSwitch()).isTrue();
        box.isOver();
    }
}
