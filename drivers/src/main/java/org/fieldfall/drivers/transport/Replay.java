package org.fieldfall.drivers.transport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.instrument.LineLostException;

/**
 * A capture played as an instrument: each opening plays the next recorded one. Anything said that is not in the record
 * fails at once with a {@link ReplayDepartedException}. Safe to share between threads.
 */
public final class Replay implements Opener {

    /** When answers come. */
    public enum Pace {
        /** So long after the question as in the record; on {@link WireClock#leaping} that takes no time. */
        AS_RECORDED,
        AT_ONCE
    }

    private final Path file;
    private final Optional<String> name;
    private final List<Recorded> openings;
    private final Pace pace;
    private final WireClock clock;
    private final List<ReplayedTransport> played = new ArrayList<>();

    private Replay(Path file, Optional<String> name, List<Recorded> openings, Pace pace, WireClock clock) {
        this.file = file;
        this.name = name;
        this.openings = openings;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * A capture under the name of the line it was taken of.
     *
     * @throws java.io.UncheckedIOException if the file cannot be read
     * @throws CaptureFormatException if it is no capture
     */
    public static Replay of(Path capture, Pace pace, WireClock clock) {
        return new Replay(capture, Optional.empty(), Recorded.in(capture), pace, clock);
    }

    /** A capture as an instrument of another name, to which the resource name is added; as fast as it was recorded. */
    static Replay of(String who, ResourceName.Recording resource) {
        return new Replay(
                resource.file(),
                Optional.of(who + " (" + resource + ")"),
                Recorded.in(resource.file()),
                Pace.AS_RECORDED,
                WireClock.system());
    }

    @Override
    public synchronized Transport open() {
        if (played.size() == openings.size()) {
            throw new LineLostException(
                    name.orElse(file.toString()), "the capture holds " + openings.size() + " openings, no more");
        }
        Recorded recorded = openings.get(played.size());
        var next = new ReplayedTransport(name.orElse(recorded.who()), recorded, pace == Pace.AS_RECORDED, clock);
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
