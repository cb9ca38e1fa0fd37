package org.fieldfall.protocols.fieldquench;

import java.time.Duration;
import java.util.Optional;
import org.fieldfall.protocols.fieldquench.RigFacts.BiasFacts;
import org.fieldfall.protocols.instrument.BiasMagnet;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.PhaseFailedException;

/**
 * The constant field of a bias magnet along the coil's. What a protocol calls a field is what the crystal is in: the coil
 * makes the rest. Without such a magnet it is zero and nobody is asked.
 */
final class Bias {

    /** Channel name as it stands in the record. */
    static final String CHANNEL = "bias-field";

    private static final double LOOK_SECONDS = 1;

    /** A score of exchanges with a box that takes four a second. */
    private static final double EXCHANGES_SECONDS = 7;

    /** What its supply takes to start and to settle, the exchanges included. */
    private static final double SPARE_SECONDS = 30;

    private final Optional<BiasMagnet> magnet;
    private final Optional<BiasFacts> facts;
    private final Duration within;
    private double lastTesla;

    Bias(Optional<BiasMagnet> magnet, Optional<BiasFacts> facts, Duration within) {
        this.magnet = magnet;
        this.facts = facts;
        this.within = within;
    }

    /** Rig time in which it comes to its field, at rest before. */
    static Span span(RigFacts rig) {
        return rig.bias()
                .map(bias -> {
                    double seconds = bias.can().seconds(0, bias.tesla());
                    return new Span(seconds, seconds + EXCHANGES_SECONDS, longestSeconds(rig));
                })
                .orElse(Span.NONE);
    }

    /** From wherever it may be. */
    static double longestSeconds(RigFacts rig) {
        return rig.bias()
                .map(bias -> bias.can().seconds(-bias.can().largestTesla(), bias.tesla()) + SPARE_SECONDS)
                .orElse(0.0);
    }

    boolean isThere() {
        return magnet.isPresent();
    }

    /** As it was last measured. */
    double tesla() {
        return lastTesla;
    }

    /** Measures it. */
    void read(Conduct conduct) {
        magnet.ifPresent(it -> {
            lastTesla = it.measureTesla(within);
            conduct.tell(new ScalarRead(conduct.seconds(), CHANNEL, lastTesla, "T", lastTesla, "T"));
        });
    }

    /** Sets it and waits until it is measured to be there. */
    void bring(Conduct conduct, String phase) throws InterruptedException {
        if (magnet.isEmpty()) {
            return;
        }
        BiasFacts due = facts.orElseThrow();
        read(conduct);
        refuseMagnetQuench(magnet.get().state(within), phase);
        double deadline = conduct.seconds() + due.can().seconds(lastTesla, due.tesla()) + SPARE_SECONDS;
        magnet.get().rampTo(due.tesla(), within);
        while (magnet.get().state(within) == BiasMagnet.State.RAMPING) {
            if (conduct.seconds() > deadline) {
                throw new PhaseFailedException(
                        Figure.text("%s: the bias field is at %.5f T, due %g T by now", phase, lastTesla, due.tesla()));
            }
            conduct.pause(LOOK_SECONDS);
            read(conduct);
        }
        meet(conduct, phase);
    }

    /** Proves that it rests where it is due. */
    void meet(Conduct conduct, String phase) {
        if (magnet.isEmpty()) {
            return;
        }
        BiasMagnet.State state = magnet.get().state(within);
        refuseMagnetQuench(state, phase);
        BiasFacts due = facts.orElseThrow();
        if (state == BiasMagnet.State.RAMPING) {
            throw new PhaseFailedException(
                    Figure.text("%s: the bias magnet ramps, due at rest at %g T", phase, due.tesla()));
        }
        read(conduct);
        if (!(Math.abs(lastTesla - due.tesla()) <= due.toleranceTesla())) {
            throw new PhaseFailedException(Figure.text(
                    "%s: the bias magnet measures %.5f T, due %g T within %.5f T",
                    phase, lastTesla, due.tesla(), due.toleranceTesla()));
        }
    }

    private static void refuseMagnetQuench(BiasMagnet.State state, String phase) {
        if (state == BiasMagnet.State.MAGNET_QUENCH) {
            throw new PhaseFailedException(
                    phase + ": magnet quench of the bias magnet; find its cause and clear it at the front panel");
        }
    }
}
