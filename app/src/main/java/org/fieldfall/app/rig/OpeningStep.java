package org.fieldfall.app.rig;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.sequence.RigClock;
import org.fieldfall.protocols.sequence.SafeStep;

/** Opens an instrument, sees that it is the right one, and only then brings it to its safe state. */
final class OpeningStep<T> implements SafeStep {

    private static final Duration TO_IDENTIFY = Duration.ofSeconds(8);

    private static final double TO_OPEN_SECONDS = 0.5;
    private static final double PAUSE_SECONDS = 0.03;
    private static final Duration BEAT = Duration.ofMillis(100);

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
    public boolean bring(RigClock clock, RunListener listener) throws InterruptedException {
        if (opened.isEmpty()) {
            opened = Optional.of(opened(clock, listener));
        }
        return opened.get().bring(clock, listener);
    }

    private SafeStep opened(RigClock clock, RunListener listener) throws InterruptedException {
        T instrument = opening(clock);
        Identity found = identity.apply(instrument).apply(TO_IDENTIFY);
        known.filter(before -> !isSame(before, found)).ifPresent(before -> {
            throw new WrongInstrumentException(name, "it is " + found + "; expected the one of the run, " + before);
        });
        listener.heard(new SafeStateStep(clock.seconds(), name, "open and identify", found.toString(), true));
        return step.apply(instrument);
    }

    /** Whoever had the line before may just be letting go of it. */
    private T opening(RigClock clock) throws InterruptedException {
        double end = clock.seconds() + TO_OPEN_SECONDS;
        while (true) {
            try {
                return opening.open();
            } catch (LineLostException busy) {
                if (clock.seconds() > end) {
                    throw busy;
                }
                clock.waitUntil(clock.seconds() + PAUSE_SECONDS, BEAT);
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
