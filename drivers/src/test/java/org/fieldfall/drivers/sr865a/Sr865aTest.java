package org.fieldfall.drivers.sr865a;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.fieldfall.drivers.transport.Conversation;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.instrument.Sampling;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.junit.jupiter.api.Test;

class Sr865aTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static Sr865a on(Conversation box) {
        return new Sr865a(box.line(), new LockInSettings(1e-3, Duration.ofSeconds(2)));
    }

    private static Conversation configured() {
        return Conversation.begun()
                .told("CAPTURESTOP", "*CLS", "OFLT 6")
                .then("OFLT?")
                .answers("6")
                .told("CAPTURECFG 0")
                .then("CAPTURECFG?")
                .answers("0")
                .then("CAPTURERATEMAX?")
                .answers("9765.625")
                .told("CAPTURERATE 3")
                .then("CAPTURERATE?")
                .answers("1220.703125")
                .told("CAPTURELEN 4")
                .then("CAPTURELEN?")
                .answers("4")
                .then("*ESR?")
                .answers("0");
    }

    private static final Sampling SOME = new Sampling(1e-3, 3e-4, 800);

    @Test
    void refusesAnotherModel() {
        var box = Conversation.where("*IDN?").answers("Stanford_Research_Systems,SR830,s/n12345,ver1.07");

        assertThatThrownBy(() -> on(box).identify(SOON))
                .isInstanceOf(WrongInstrumentException.class)
                .hasMessageContaining("SR865A");
    }

    @Test
    void takesTheInPhaseOutputForALook() {
        var box = Conversation.where("OUTP? 0").answers("1.6400000e-03");

        assertThat(on(box).glance(SOON)).isEqualTo(1.64e-3);
        box.isOver();
    }

    @Test
    void takesTheSlowestRateThatIsFastEnoughAndRoomForWholePieces() {
        var box = configured();

        on(box).configure(SOME, SOON);

        box.isOver();
    }

    @Test
    void givesNothingWhileItCapturesAndAllOfItAfterwards() {
        var box = configured()
                .told("CAPTURESTART ONE,IMM")
                .then("CAPTURESTAT?")
                .answers("1")
                .told("CAPTURESTOP")
                .then("CAPTURESTAT?")
                .answers("3")
                .then("CAPTURESTAT?")
                .answers("2")
                .then("CAPTUREBYTES?")
                .answers("2048")
                .then("CAPTUREGET? 0,2")
                .answers(LockInInMemory.block("0,2"));
        var lockIn = on(box);

        lockIn.configure(SOME, SOON);
        lockIn.start(SOON);
        SampleBlock during = lockIn.drain(SOON);
        lockIn.halt(SOON);
        SampleBlock all = lockIn.drain(SOON);

        assertThat(during.size()).isZero();
        assertThat(all.size()).isEqualTo(512);
        assertThat(all.intervalSeconds()).isCloseTo(8.192e-4, within(1e-9));
        assertThat(all.raw()[511]).isCloseTo(0.511, within(1e-6));
        assertThat(lockIn.drain(SOON).size()).isZero();
        box.isOver();
    }

    @Test
    void hasNothingToDrainOnceItWasGivenUp() {
        var box = configured()
                .told("CAPTURESTART ONE,IMM")
                .then("CAPTURESTAT?")
                .answers("1")
                .told("CAPTURESTOP");
        var lockIn = on(box);
        lockIn.configure(SOME, SOON);
        lockIn.start(SOON);
        lockIn.stop(SOON);

        assertThatThrownBy(() -> lockIn.drain(SOON))
                .isInstanceOf(InstrumentFaultException.class)
                .hasMessageContaining("it was stopped");
    }

    @Test
    void refusesWhatItHasNoRoomForBeforeTheWire() {
        var box = Conversation.begun();

        assertThatThrownBy(() -> on(box).configure(new Sampling(1e-3, 3e-4, 900_000), SOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> on(box).configure(new Sampling(1e-3, 3e-4, 10, true), SOON))
                .isInstanceOf(IllegalArgumentException.class);
        box.isOver();
    }

    @Test
    void knowsNoOtherTimeConstants() {
        assertThatThrownBy(() -> new LockInSettings(2e-3, SOON)).isInstanceOf(IllegalArgumentException.class);
    }
}
