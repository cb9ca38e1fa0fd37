package org.fieldfall.drivers.scpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldfall.drivers.transport.Conversation.bytes;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fieldfall.drivers.transport.Conversation;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.FakeWire;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScpiLineTest {

    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final String NAME = "ACME,BOX,SIM1,1.0";
    private static final Dialect DIALECT =
            new Dialect("\n", 64, Duration.ofMillis(10), SILENCE, Duration.ofMillis(100), Pattern.compile("^ACME,"));

    private static ScpiLine on(Conversation conversation) {
        return new ScpiLine(conversation.line(), DIALECT);
    }

    private static Deadline soon(ScpiLine line) {
        return line.deadline(Duration.ofSeconds(10));
    }

    private static Conversation proven(Conversation box) {
        return box.then("*IDN?").answers(NAME).then("SYST:ERR?").answers("0,\"No error\"");
    }

    static IntStream cutsOfALine() {
        return IntStream.range(1, "+2.500E0\r\n".length());
    }

    @ParameterizedTest
    @MethodSource("cutsOfALine")
    void putsALineTogetherWhereverItIsCut(int cut) {
        byte[] reply = bytes("+2.500E0\r\n");
        var box = Conversation.where("V?")
                .answersRaw(
                        Duration.ZERO, Arrays.copyOfRange(reply, 0, cut), Arrays.copyOfRange(reply, cut, reply.length));
        var line = on(box);

        assertThat(line.ask("V?", Reply.NUMBER, soon(line))).isEqualTo(2.5);
        box.isOver();
    }

    static IntStream cutsOfABlock() {
        return IntStream.range(1, "#217+1.23,+4.56,+7.89\n".length());
    }

    @ParameterizedTest
    @MethodSource("cutsOfABlock")
    void putsABlockTogetherWhereverItIsCut(int cut) {
        byte[] reply = bytes("#217+1.23,+4.56,+7.89\n");
        var box = Conversation.where("R?")
                .answersRaw(
                        Duration.ZERO, Arrays.copyOfRange(reply, 0, cut), Arrays.copyOfRange(reply, cut, reply.length));
        var line = on(box);

        double[] readings = line.askOnce("R?", Reply.block("readings", 1000, Readings::ascii), SILENCE, soon(line));

        assertThat(readings).containsExactly(1.23, 4.56, 7.89);
    }

    @ParameterizedTest
    @MethodSource("cutsOfALine")
    void believesNoLineThatEndsHalfway(int cut) {
        var box = Conversation.where("V?")
                .answersRaw(Duration.ZERO, Arrays.copyOfRange(bytes("+2.500E0\n"), 0, Math.min(cut, 8)));
        var line = on(box);

        assertThatThrownBy(() -> line.askOnce("V?", Reply.NUMBER, soon(line)))
                .isInstanceOf(NoReplyException.class)
                .hasMessageContaining("box (FAKE::INSTR): asked \"V?\", got \"+")
                .hasMessageContaining("nothing for 20")
                .hasMessageEndingWith("expected a number");
    }

    @Test
    void aLateAnswerNeverAnswersTheNextQuestion() {
        var box = Conversation.where("V?")
                .answersLate(Duration.ofMillis(2050), "1.0")
                .then("*IDN?")
                .answers(NAME)
                .then("SYST:ERR?")
                .answers("0,\"No error\"")
                .then("I?")
                .answers("7.0");
        var line = on(box);

        assertThatThrownBy(() -> line.askOnce("V?", Reply.NUMBER, soon(line))).isInstanceOf(NoReplyException.class);
        assertThat(line.ask("I?", Reply.NUMBER, soon(line))).isEqualTo(7.0);
        box.isOver();
    }

    @ParameterizedTest
    @ValueSource(ints = {2050, 2200, 2500, 3000, 3900})
    void aBoxThatAnswersInOrderButEverLaterIsNeverMistaken(int millis) {
        var box = Conversation.where("V?")
                .answersLate(Duration.ofMillis(millis), "1.0")
                .then("*IDN?")
                .answers(NAME)
                .then("SYST:ERR?")
                .answers("0,\"No error\"")
                .then("I?")
                .answers("7.0");
        var line = on(box);
        assertThatThrownBy(() -> line.askOnce("V?", Reply.NUMBER, soon(line))).isInstanceOf(NoReplyException.class);

        double answer = line.ask("I?", Reply.NUMBER, soon(line));

        assertThat(answer).isEqualTo(7.0);
    }

    @Test
    void aLateNameIsNotTakenForTheProbesOwn() {
        var box = Conversation.where("*IDN?")
                .answersLate(Duration.ofMillis(2300), NAME)
                .then("*IDN?")
                .answersLate(Duration.ofMillis(200), NAME)
                .then("SYST:ERR?")
                .answers("0,\"No error\"")
                .then("I?")
                .answers("7.0");
        var line = on(box);

        assertThatThrownBy(() -> line.askOnce("*IDN?", Reply.TEXT, soon(line))).isInstanceOf(NoReplyException.class);
        assertThat(line.ask("I?", Reply.TEXT, soon(line))).isEqualTo("7.0");
        box.isOver();
    }

    @Test
    void aLineThatCannotBeProbedStaysSuspect() {
        var box = Conversation.where("V?")
                .isSilent()
                .then("*IDN?")
                .isSilent()
                .then("SYST:ERR?")
                .answers("0,\"No error\"")
                .then("*IDN?")
                .answers(NAME)
                .then("V?")
                .answers("3.0");
        var line = on(box);

        assertThatThrownBy(() -> line.askOnce("V?", Reply.NUMBER, soon(line))).isInstanceOf(NoReplyException.class);
        assertThatThrownBy(() -> line.askOnce("V?", Reply.NUMBER, soon(line)))
                .isInstanceOf(NoReplyException.class)
                .hasMessageContaining("*IDN?");
        assertThat(line.ask("V?", Reply.NUMBER, soon(line))).isEqualTo(3.0);
        box.isOver();
    }

    @Test
    void twoAnswersForOneQuestionAreNoneAndTheQuestionIsAskedAgain() {
        var box = Conversation.where("V?")
                .answersRaw(Duration.ZERO, bytes("1.0\r\n2.0\r\n"))
                .then("*IDN?")
                .answers(NAME)
                .then("SYST:ERR?")
                .answers("0,\"No error\"")
                .then("V?")
                .answers("2.0");
        var line = on(box);

        assertThat(line.ask("V?", Reply.NUMBER, soon(line))).isEqualTo(2.0);
        box.isOver();
    }

    // With no pause of the caller's it comes in the gap before the next write.
    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void aSecondAnswerThatComesLaterDoesNotMeetTheNextQuestion(int millis) {
        var box = Conversation.where("V?")
                .answersRaw(Duration.ZERO, bytes("1.0\r\n"), bytes("1.0\r\n"))
                .then("*IDN?")
                .answers(NAME)
                .then("SYST:ERR?")
                .answers("0,\"No error\"")
                .then("I?")
                .answers("7.0");
        var line = on(box);
        double first = line.ask("V?", Reply.NUMBER, soon(line));
        box.wire().clock().pause(Duration.ofMillis(millis));

        double next = line.ask("I?", Reply.NUMBER, soon(line));

        assertThat(first).isEqualTo(1.0);
        assertThat(next).isEqualTo(7.0);
        box.isOver();
    }

    @Test
    void aTextWithAHighBitIsNoAnswer() {
        var box = Conversation.where("*IDN?").answers("ACME,B\u00d8X,SIM1,1.0");
        var line = on(box);

        assertThatThrownBy(() -> line.askOnce("*IDN?", Reply.TEXT, soon(line)))
                .isInstanceOf(GarbledReplyException.class);
        box.isOver();
    }

    @Test
    void sendsNothingAndDoesNotWaitWhenTheRestOutlastsTheDeadline() {
        var box = Conversation.begun();
        var line = on(box);
        line.rest(Duration.ofSeconds(3), soon(line));
        long before = box.wire().clock().nanos();

        assertThatThrownBy(() -> line.tell("A 1", line.deadline(Duration.ofSeconds(1))))
                .isInstanceOf(NoReplyException.class)
                .hasMessageContaining("not asked: the line rests for 3000 ms more");

        assertThat(box.wire().clock().nanos()).isEqualTo(before);
        box.isOver();
    }

    @Test
    void aQuestionThatChangesSomethingIsNeverAskedTwice() {
        var box = Conversation.where("R?").answers("garbage");
        var line = on(box);

        assertThatThrownBy(() -> line.askOnce("R?", Reply.NUMBER, SILENCE, soon(line)))
                .isInstanceOf(GarbledReplyException.class)
                .hasMessage("box (FAKE::INSTR): asked \"R?\", got \"garbage\", expected a number");
        box.isOver();
    }

    @Test
    void aMissingReplyIsAskedForOnceMoreOnALineThatIsProbedFirst() {
        var box = Conversation.where("V?")
                .isSilent()
                .then("*IDN?")
                .answers(NAME)
                .then("SYST:ERR?")
                .answers("0,\"No error\"")
                .then("V?")
                .answers("2.0");
        var line = on(box);

        assertThat(line.ask("V?", Reply.NUMBER, soon(line))).isEqualTo(2.0);
        box.isOver();
    }

    @Test
    void anAnswerThatComesWhenTheQuestionIsAskedAgainIsNotTakenForTheSecond() {
        var box = Conversation.where("V?")
                .answersLate(Duration.ofMillis(2500), "1.0")
                .then("*IDN?")
                .answers(NAME)
                .then("SYST:ERR?")
                .answers("0,\"No error\"")
                .then("V?")
                .answers("2.0");
        var line = on(box);

        assertThat(line.ask("V?", Reply.NUMBER, soon(line))).isEqualTo(2.0);
        box.isOver();
    }

    @Test
    void aReplyThatIsMissingTwiceIsReportedOfTheQuestionNotOfTheProbe() {
        var box = Conversation.where("V?").isSilent().then("*IDN?").isSilent();
        var line = on(box);
        long before = box.wire().clock().nanos();

        assertThatThrownBy(() -> line.ask("V?", Reply.NUMBER, soon(line)))
                .isInstanceOf(NoReplyException.class)
                .hasMessageContaining("asked \"V?\", got \"\" and then nothing for 2010 ms")
                .satisfies(fault -> assertThat(fault.getSuppressed()[0]).hasMessageContaining("*IDN?"));

        assertThat(Duration.ofNanos(box.wire().clock().nanos() - before))
                .isBetween(SILENCE.multipliedBy(2), SILENCE.multipliedBy(2).plusMillis(200));
        box.isOver();
    }

    @Test
    void aMissingReplyIsReportedWithinItsSilenceWhereNoTimeIsLeftToAskAgain() {
        var box = Conversation.where("V?").isSilent();
        var line = on(box);
        long before = box.wire().clock().nanos();

        assertThatThrownBy(() -> line.ask("V?", Reply.NUMBER, line.deadline(SILENCE)))
                .isInstanceOf(NoReplyException.class);

        assertThat(Duration.ofNanos(box.wire().clock().nanos() - before)).isBetween(SILENCE, SILENCE.plusMillis(50));
        box.isOver();
    }

    @Test
    void aCommandIsNeverSentTwiceForItsMissingAnswer() {
        var box = Conversation.where("A 1;A?").isSilent();
        var line = on(box);

        assertThatThrownBy(() -> line.askOnce("A 1;A?", Reply.NUMBER, soon(line)))
                .isInstanceOf(NoReplyException.class);
        box.isOver();
    }

    @Test
    void theDeadlineOfTheCallBoundsEverything() {
        var box = Conversation.where("V?").answersRaw(Duration.ZERO, bytes("1"), bytes("2"));
        var line = on(box);
        long before = box.wire().clock().nanos();

        assertThatThrownBy(() -> line.ask("V?", Reply.NUMBER, line.deadline(Duration.ofMillis(300))))
                .isInstanceOf(NoReplyException.class);

        assertThat(Duration.ofNanos(box.wire().clock().nanos() - before)).isLessThan(Duration.ofMillis(310));
    }

    @Test
    void trimsBlanksAndStrayFlowControl() {
        var box = Conversation.where("V?").answersRaw(Duration.ZERO, bytes("\u0011 2.5\u0013E0 \u0013\r\n\u0011"));
        var line = on(box);

        assertThat(line.ask("V?", Reply.NUMBER, soon(line))).isEqualTo(2.5);
        box.isOver();
    }

    @Test
    void keepsTheGapAndTheLineTimeBetweenWrites() {
        var box = new FakeWire(said -> {}).slow(Duration.ofMillis(1));
        var line = new ScpiLine(box.line(), DIALECT);

        line.tell("ABCD", soon(line));
        line.tell("E", soon(line));

        long gap = box.written().get(1).atNanos() - box.written().get(0).atNanos();
        assertThat(Duration.ofNanos(gap)).isEqualTo(Duration.ofMillis(15));
    }

    @Test
    void refusesALineThatIsTooLongOrNoneBeforeAnythingIsSent() {
        var box = Conversation.begun();
        var line = on(box);

        assertThatThrownBy(() -> line.tell("X".repeat(64), soon(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 64 characters with its end, this one 65");
        assertThatThrownBy(() -> line.tell("A\nB", soon(line))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line.tell("µ", soon(line))).isInstanceOf(IllegalArgumentException.class);
        assertThat(box.wire().written()).isEmpty();
    }

    @Test
    void drainsTheErrorQueue() {
        var box = Conversation.where("SYST:ERR?")
                .answers("-222,\"Data out of range;0;0 0\"")
                .then("SYST:ERR?")
                .answers("+120,\"Number\"")
                .then("SYST:ERR?")
                .answers("0,\"No error\"");
        var line = on(box);

        assertThat(line.drainErrors(soon(line)))
                .isEqualTo(List.of(new ScpiError(-222, "Data out of range;0;0 0"), new ScpiError(120, "Number")));
        box.isOver();
    }

    @Test
    void asksOnForErrorsAfterALostAnswerWhereNoneWasInIt() {
        var box = Conversation.where("SYST:ERR?").isSilent();
        proven(box).then("*ESR?").answers("+0").then("SYST:ERR?").answers("0,\"No error\"");
        var line = on(box);

        assertThat(line.drainErrors(soon(line))).isEmpty();
        box.isOver();
    }

    @Test
    void missesNoErrorThatWasInALostAnswer() {
        var box = Conversation.where("SYST:ERR?").isSilent();
        proven(box).then("*ESR?").answers("+16");
        var line = on(box);

        assertThatThrownBy(() -> line.drainErrors(soon(line)))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("got 16: it reports an error and nobody knows which");
        box.isOver();
    }

    @Test
    void givesUpOnAnErrorQueueThatNeverEnds() {
        var wire = new FakeWire[1];
        wire[0] = new FakeWire(said -> wire[0].say("-100,\"Command error\"\n"));
        var line = new ScpiLine(wire[0].line(), DIALECT);

        assertThatThrownBy(() -> line.drainErrors(soon(line)))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("not empty after 64 entries, the last was -100 Command error");
    }

    @Test
    void refusesABlockThatAnnouncesMoreThanIsDue() {
        var box = Conversation.where("R?").answers("#9999999999");
        var line = on(box);

        assertThatThrownBy(
                        () -> line.askOnce("R?", Reply.block("readings", 1000, Readings::ascii), SILENCE, soon(line)))
                .isInstanceOf(GarbledReplyException.class)
                .hasRootCauseMessage("a reply of 999999999 bytes, at most 1000 were due");
    }
}
