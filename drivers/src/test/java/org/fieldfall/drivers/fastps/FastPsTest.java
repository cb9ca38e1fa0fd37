package org.fieldfall.drivers.fastps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.fieldfall.drivers.transport.Conversation;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyStatus;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.junit.jupiter.api.Test;

class FastPsTest {

    static final FastPsSettings SETTINGS = new FastPsSettings(0.1, 12, 20, 0.05, 0.15, 1.1, 12, Duration.ofSeconds(2));
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String ON = "#MST:00000001";

    private static FastPs on(Conversation conversation) {
        return new FastPs(conversation.line(), SETTINGS);
    }

    @Test
    void identifiesItselfByModelNameAndFirmware() {
        var box = Conversation.where("VER")
                .answers("#VER:FAST-PS 2020-400:1.5.17")
                .then("MRID")
                .answers("#MRID:quad 7");

        var identity = on(box).identify(SOON);

        assertThat(identity).isEqualTo(new Identity("CAEN ELS", "FAST-PS 2020-400", "quad 7", "1.5.17"));
        box.isOver();
    }

    @Test
    void findsTheRatingOfEachFamily() {
        assertThat(FastPsIdentity.parse("FAST-PS-1K5 30-50:1.2.0"))
                .isEqualTo(new FastPsIdentity("FAST-PS-1K5 30-50", 30, 50, "1.2.0"));
        assertThat(FastPsIdentity.parse("FAST-PS 1020-200: 1.5.17").ratedAmperes())
                .isEqualTo(10);
        assertThatIllegalArgumentException().isThrownBy(() -> FastPsIdentity.parse("FAST-PS:1.5.17"));
    }

    @Test
    void refusesAnotherModelAndOneTooSmall() {
        var meter = Conversation.where("VER").answers("1994.0");
        var small = Conversation.where("VER").answers("#VER:FAST-PS 1020-200:1.5.17");

        assertThatExceptionOfType(WrongInstrumentException.class)
                .isThrownBy(() -> on(meter).identify(SOON))
                .withMessageContaining("got \"1994.0\", expected a CAEN ELS FAST-PS");
        assertThatExceptionOfType(WrongInstrumentException.class)
                .isThrownBy(() -> on(small).identify(SOON))
                .withMessageContaining("rated 10 A, 20 V; at least 12 A and 20 V are expected");
    }

    @Test
    void switchesOnInTheCurrentLoopAndNormalMode() {
        var box = Conversation.where("MST")
                .answers("#MST:000000A0")
                .then("MRIA")
                .answers("#MRIA:-0.000210")
                .then("LOOP:?")
                .answers("#LOOP:V")
                .then("LOOP:I")
                .answers("#AK")
                .then("UPMODE:?")
                .answers("#UPMODE:WAVEFORM")
                .then("UPMODE:NORMAL")
                .answers("#AK")
                .then("MON")
                .answers("#AK")
                .then("MST")
                .answers(ON);

        on(box).prepare(SOON);

        box.isOver();
    }

    @Test
    void asksForNoModeThatItIsInAlready() {
        var box = Conversation.where("MST")
                .answers("#MST:00000000")
                .then("MRIA")
                .answers("#MRIA:0.000000")
                .then("LOOP:?")
                .answers("#LOOP: I ")
                .then("UPMODE:?")
                .answers("#UPMODE:NORMAL")
                .then("MON")
                .answers("#ACK ")
                .then("MST")
                .answers(ON);

        on(box).prepare(SOON);

        box.isOver();
    }

    @Test
    void keepsTheCurrentItFinds() {
        var box = Conversation.where("MST").answers(ON).then("UPMODE:?").answers("#UPMODE:NORMAL");

        on(box).prepare(SOON);

        box.isOver();
    }

    @Test
    void preparesNoUnitInFaultInLocalOrInAnotherModeAndNoCirculatingCurrent() {
        assertPrepareFails(
                "in fault [over-temperature, regulation fault]",
                Conversation.where("MST").answers("#MST:01100002"));
        assertPrepareFails("in local mode", Conversation.where("MST").answers("#MST:00000004"));
        assertPrepareFails(
                "found switched on in voltage loop and NORMAL mode with 3 A",
                Conversation.where("MST")
                        .answers("#MST:00000021")
                        .then("UPMODE:?")
                        .answers("#UPMODE:NORMAL")
                        .then("MRIA")
                        .answers("#MRIA:3.000000"));
        assertPrepareFails(
                "its output is off, yet 5.000 A flow",
                Conversation.where("MST").answers("#MST:00000000").then("MRIA").answers("#MRIA:5.000000"));
    }

    private static void assertPrepareFails(String why, Conversation box) {
        assertThatExceptionOfType(InstrumentFaultException.class)
                .isThrownBy(() -> on(box).prepare(SOON))
                .withMessageContaining(why.replace("with 3 A", "with 3.000 A"));
        box.isOver();
    }

    @Test
    void runsAProgramAsASlewToItsEnd() {
        var box = ready("10.000000")
                .then("MSRI:100")
                .answers("#AK")
                .then("MSRI:?")
                .answers("#MSRI:100.000000")
                .then("MWIR:1")
                .answers("#AK")
                .then("MST")
                .answers("#MST:00001001")
                .then("MRVA")
                .answers("#MRVA:-4.100000");
        var supply = on(box);

        supply.load(RampProgram.linear(1, 0.1, 10, 0.5e-3), SOON);
        supply.start(SOON);

        assertThat(supply.status(SOON)).isEqualTo(new SupplyStatus(true, false, true));
        assertThatIllegalStateException().isThrownBy(() -> supply.start(SOON));
        box.isOver();
    }

    @Test
    void slewsFromTheCurrentThatFlowsInTheTimeOfTheProgram() {
        var box =
                ready("0.500000").then("MSRI:0.5").answers("#AK").then("MSRI:?").answers("#MSRI:0.500000");

        on(box).load(RampProgram.of(new double[] {0.1}, 1), SOON);

        box.isOver();
    }

    @Test
    void refusesBentAndSteepProgramsBeforeTheWire() {
        var box = Conversation.begun();
        var supply = on(box);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> supply.load(RampProgram.of(new double[] {0.1, 0.11, 0.2}, 1), SOON))
                .withMessageContaining("this supply ramps straight only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> supply.load(RampProgram.of(new double[] {0, 0.13}, 0.01), SOON))
                .withMessageContaining("is 13.0000 T/s, the limit is 12.0000 T/s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> supply.load(RampProgram.of(new double[] {1.2}, 1), SOON))
                .withMessageContaining("12 A is beyond the limit of 11.0000 A");
        box.isOver();
    }

    @Test
    void refusesWhatTheVoltageIsNotEnoughFor() {
        var weak = new FastPsSettings(0.1, 12, 5, 0.05, 0.15, 1.1, 12, Duration.ofSeconds(2));
        var box = ready("0.000000");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FastPs(box.line(), weak).load(RampProgram.linear(0, 1, 10, 0.001), SOON))
                .withMessageContaining("takes 6.500 V, the compliance is 5.000 V");
        box.isOver();
    }

    @Test
    void reportsARefusalInWords() {
        var box = ready("0.000000").then("MSRI:10").answers("#NAK:15");

        assertThatExceptionOfType(InstrumentFaultException.class)
                .isThrownBy(() -> on(box).load(RampProgram.of(new double[] {1}, 1), SOON))
                .withMessageContaining("asked \"MSRI:10\", it refuses: #NAK:15 (it is in local mode)");
        box.isOver();
    }

    @Test
    void takesNoRefusalForANumber() {
        var box = Conversation.where("MRIA").answers("#NAK:13");

        assertThatExceptionOfType(InstrumentFaultException.class)
                .isThrownBy(() -> on(box).measureField(SOON))
                .withMessageContaining("#NAK:13 (it is off)");
        box.isOver();
    }

    @Test
    void startsNothingWhenTheSlewComesBackWrong() {
        var box =
                ready("0.000000").then("MSRI:10").answers("#AK").then("MSRI:?").answers("#MSRI:100.000000");
        var supply = on(box);

        assertThatExceptionOfType(InstrumentFaultException.class)
                .isThrownBy(() -> supply.load(RampProgram.of(new double[] {1}, 1), SOON))
                .withMessageContaining("after setting 10 A/s, got 100");
        assertThatIllegalStateException().isThrownBy(() -> supply.start(SOON));
        box.isOver();
    }

    @Test
    void readsTheCurrentWhateverNameAndBlanksStandBeforeIt() {
        var box = Conversation.where("MRIA").answers("#MRI: 1.250000 ");

        var reading = on(box).measureField(SOON);

        assertThat(reading.amperes()).isEqualTo(1.25);
        assertThat(reading.tesla()).isCloseTo(0.125, within(1e-12));
        box.isOver();
    }

    @Test
    void readsNoSpoiltReply() {
        var box = Conversation.where("MRIA")
                .answers("#MRIA:1.2#MRIA:1.250000")
                .then("VER")
                .answers("#VER:FAST-PS 2020-400:1.5.17")
                .then("MST")
                .answers(ON)
                .then("MRIA")
                .answers("1.250000");

        assertThatExceptionOfType(GarbledReplyException.class)
                .isThrownBy(() -> on(box).measureField(SOON))
                .withMessageContaining("1.250000");
        box.isOver();
    }

    @Test
    void looksAtTheStatusNoMoreOftenThanTheManualAllows() {
        var box = Conversation.where("MST")
                .answers(ON)
                .then("MRVA")
                .answers("#MRVA:0.100000")
                .then("MST")
                .answers(ON)
                .then("MRVA")
                .answers("#MRVA:19.700000");
        var supply = on(box);

        assertThat(supply.status(SOON).isComplianceLimited()).isFalse();
        assertThat(supply.urgent().status(SOON).isComplianceLimited()).isTrue();

        var written = box.wire().written().stream()
                .filter(line -> line.line().strip().equals("MST"))
                .toList();
        assertThat(written.get(1).atNanos() - written.get(0).atNanos()).isGreaterThanOrEqualTo(100_000_000L);
        box.isOver();
    }

    @Test
    void waitsUntilItIsOff() {
        var box = ready("0.020000")
                .then("MOFF")
                .answers("#AK")
                .then("MST")
                .answers("#MST:00001001")
                .then("MST")
                .answers("#MST:00000000");

        on(box).outputOff(0.005, SOON);

        box.isOver();
    }

    @Test
    void doesNotSwitchOffWithFieldOrInARampOrTwice() {
        var high = ready("1.000000");
        assertThatExceptionOfType(InstrumentFaultException.class)
                .isThrownBy(() -> on(high).outputOff(0.005, SOON))
                .withMessageContaining("at 0.005000 T or less, the field is 0.1000 T");
        high.isOver();

        var ramping = Conversation.where("MST").answers("#MST:00001001");
        assertThatExceptionOfType(InstrumentFaultException.class)
                .isThrownBy(() -> on(ramping).outputOff(0.005, SOON))
                .withMessageContaining("still ramping");
        ramping.isOver();

        var off =
                Conversation.where("MST").answers("#MST:00000000").then("MRIA").answers("#MRIA:0.000000");
        on(off).outputOff(0.005, SOON);
        off.isOver();
    }

    private static Conversation ready(String amperes) {
        return Conversation.where("MST").answers(ON).then("MRIA").answers("#MRIA:" + amperes);
    }
}
