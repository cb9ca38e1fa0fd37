package org.fieldfall.drivers.lakeshore350;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.fieldfall.drivers.transport.Conversation;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 336 and the 372, in what they do not share with the 350. */
class FamilyTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String READ_THIRD = "KRDG? 3;RDGST? 3;SCAN?";

    private static LakeShore350 on(Conversation box, Family family) {
        return new LakeShore350(box.line(), family, Duration.ofSeconds(2));
    }

    private static LakeShore350 bridge(Conversation box) {
        return on(box, Family.MODEL_372);
    }

    private static BathSettings third() {
        return new BathSettings("3", 0, 0.01, 20);
    }

    @ParameterizedTest
    @CsvSource({"MODEL_336,'LSCI,MODEL336,LSA22B1/1234567,2.9'", "MODEL_372,'LSCI,MODEL372,LSA23LE,1.3'"})
    void identifiesItself(Family family, String answer) {
        var box = Conversation.where("*IDN?").answers(answer);

        Identity found = on(box, family).bath(new BathSettings("A", 1, 1, 20)).identify(SOON);

        assertThat(found.model()).isEqualTo(family.word());
        box.isOver();
    }

    @Test
    void isNotTheOtherOfItsFamily() {
        var box = Conversation.where("*IDN?").answers("LSCI,MODEL350,SIM0350,1.4");

        assertThatThrownBy(() -> bridge(box).bath(third()).identify(SOON))
                .isInstanceOf(WrongInstrumentException.class)
                .hasMessageContaining("expected a Lake Shore 372");
    }

    @Test
    void readsAThreeThirtySixAsAThreeFifty() {
        var box = Conversation.where("KRDG? B;RDGST? B").answers("+4.20100E+00;000");

        assertThat(on(box, Family.MODEL_336).reference("plate", "B").measure(SOON))
                .isEqualTo(4.201);
        box.isOver();
    }

    @Test
    void readsAScannedInputWithWhereTheScannerIs() {
        var box = Conversation.where(READ_THIRD).answers("+1.20100E-01;000;03,0");

        assertThat(bridge(box).bath(third()).measureKelvin(SOON)).isEqualTo(0.1201);
        box.isOver();
    }

    @ParameterizedTest
    @CsvSource({"'04,0'", "'03,1'", "'12,1'"})
    void takesNoReadingThatTheScannerHasLeftBehind(String scanner) {
        var box = Conversation.where(READ_THIRD).answers("+1.20100E-01;000;" + scanner);

        assertThatThrownBy(() -> bridge(box).bath(third()).measureKelvin(SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("input 3");
        box.isOver();
    }

    @ParameterizedTest
    @CsvSource({"001", "002", "004", "008", "016", "032", "064", "128", "255"})
    void takesNoReadingWithAStatusOfTheBridge(String status) {
        var box = Conversation.where(READ_THIRD).answers("+1.20100E-01;" + status + ";03,0");

        assertThat(bridge(box).bath(third()).measureKelvin(SOON)).isNaN();
    }

    @Test
    void readsTheControlInputWithoutTheScanner() {
        var box = Conversation.where("KRDG? A;RDGST? A").answers("+1.20100E-01;000");

        assertThat(bridge(box).reference("mixing chamber", "A").measure(SOON)).isEqualTo(0.1201);
        box.isOver();
    }

    @Test
    void setsTheLoopOfTheSampleHeater() {
        var box = Conversation.begun().told("SETP 0,0.15").then("SETP? 0").answers("+1.50000E-01");

        bridge(box).bath(third()).setSetpoint(0.15, SOON);

        box.isOver();
    }

    @Test
    void hasNoOtherInputsAndLoops() {
        assertThatThrownBy(() -> bridge(Conversation.begun()).reference("x", "17"))
                .hasMessage("a Lake Shore 372 has no input 17");
        assertThatThrownBy(() -> bridge(Conversation.begun()).bath(new BathSettings("3", 2, 1, 20)))
                .hasMessage("a Lake Shore 372 has no loop on output 2");
        assertThatThrownBy(() -> on(Conversation.begun(), Family.MODEL_336).reference("x", "3"))
                .hasMessage("a Lake Shore 336 has no input 3");
    }

    @Test
    void asksTheBridgeForCurveAndLoopInItsOwnWay() {
        var box = Conversation.where("INSET? 3")
                .answers("1,010,003,21,1")
                .then("CRVHDR? 21")
                .answers("RX-102A        ,U01234    ,4,+040.000,1")
                .then("OUTMODE? 0")
                .answers("5,3,0,0,0,5")
                .then("OUTMODE? 1")
                .answers("2,A,0,0,0,5");
        FrontPanel panel = bridge(box).frontPanel();

        assertThat(panel.curve("3", SOON)).isEqualTo(new FrontPanel.Curve(21, "RX-102A", "U01234", 40));
        assertThat(panel.mode(0, SOON).isLoopOn("3")).isTrue();
        assertThat(panel.mode(1, SOON).isLoopOn("A")).isFalse();
        box.isOver();
    }
}
