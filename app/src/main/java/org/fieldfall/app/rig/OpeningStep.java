package org.fieldfall.app.rig;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.fieldfall.protocols.sequence.SafeStep;
import org.fieldfall.protocols.sequence.Turn;

/** Opens an instrument, sees that it is the right one, and only then brings it to its safe state. */
final class OpeningStep<T> implements SafeStep {

    private static final double TO_OPEN_SECONDS = 0.5;
    private static final double PAUSE_SECONDS = 0.03;

    /** Opens the line where it is not open yet. */
    interface Opening<T> {
        T open();
    }

    private final String name;
    private final Optional<Identity> known;
    private final Opening<T> opening;
    private final Function<T, Function<Duration, Identity>> identity;
    private final Function<T, SafeStep> step;
    private Optional<SafeStep> opened = Optional.empty();

    OpeningStep(
            String name,
            Optional<Identity> known,
            Opening<T> opening,
            Function<T, Function<Duration, Identity>> identity,
            Function<T, SafeStep> step) {
        this.name = name;
        this.known = known;
        this.opening = opening;
        this.identity = identity;
        this.step = step;
    }

    @Override
    public String instrument() {
        return name;
    }

    @Override
    public boolean bring(Turn turn) throws InterruptedException {
        if (opened.isEmpty()) {
            opened = Optional.of(opened(turn));
        }
        return opened.get().bring(turn);
    }

    private SafeStep opened(Turn turn) throws InterruptedException {
        T instrument = opening(turn);
        Identity found = identity.apply(instrument).apply(turn.within());
        known.filter(before -> !isSame(before, found)).ifPresent(before -> {
            throw new WrongInstrumentException(name, "it is " + found + "; expected the one of the run, " + before);
        });
        turn.tell("open and identify", found.toString(), true);
        return step.apply(instrument);
    }

    /** Whoever had the line before may just be letting go of it. */
    private T opening(Turn turn) throws InterruptedException {
        double end = turn.seconds() + TO_OPEN_SECONDS;
        while (true) {
            try {
                return opening.open();
            } catch (LineLostException busy) {
                if (turn.seconds() > end) {
                    throw busy;
                }
                turn.waitFor(PAUSE_SECONDS);
            }
        }
    }

    /** Firmware is not compared: it tells nothing about which one it is. */
    private static boolean isSame(Identity one, Identity other) {
        return one.maker().equals(other.maker())
                && one.model().equals(other.model())
                && one.serial().equals(other.serial());
    }
}
