package org.fieldfall.drivers.transport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.instrument.LineLostException;

/**
 * A capture played as an instrument: each opening plays the next recorded one. Anything said that is not in the record
 * fails at once with an {@link IllegalStateException}. Safe to share between threads.
 */
public final class Replay implements Opener {

    /** When answers come. */
    public enum Pace {
        /** So long after the question as in the record; on {@link WireClock#leaping} that takes no time. */
        AS_RECORDED,
        AT_ONCE
    }

    private final Path file;
    private final List<Recorded> openings;
    private final Pace pace;
    private final WireClock clock;
    private final List<ReplayedTransport> played = new ArrayList<>();

    private Replay(Path file, List<Recorded> openings, Pace pace, WireClock clock) {
        this.file = file;
        this.openings = openings;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * @throws java.io.UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if it is no capture
     */
    public static Replay of(Path capture, Pace pace, WireClock clock) {
        return new Replay(capture, Recorded.in(capture), pace, clock);
    }

    @Override
    public synchronized Transport open() {
        if (played.size() == openings.size()) {
            throw new LineLostException(file.toString(), "the capture holds " + openings.size() + " openings, no more");
        }
        var next = new ReplayedTransport(openings.get(played.size()), pace == Pace.AS_RECORDED, clock);
        played.add(next);
        return next;
    }

    /** Fails unless everything recorded was said and heard, and nothing else was said. */
    public synchronized void failOnLeft() {
        for (ReplayedTransport transport : played) {
            Optional<String> left = transport.left();
            if (left.isPresent()) {
                throw new IllegalStateException(file + ": " + left.get());
            }
        }
        if (played.size() < openings.size()) {
            throw new IllegalStateException(
                    file + ": played " + played.size() + " of " + openings.size() + " openings");
        }
    }
}
