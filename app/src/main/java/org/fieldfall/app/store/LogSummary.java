package org.fieldfall.app.store;

import java.util.List;
import java.util.Optional;

/**
 * What a walk through a log found beside its events.
 *
 * @param header empty if it is damaged
 * @param events how many events were returned
 * @param unknownFrames whole frames of a type, version or flag this reader does not know, passed over
 * @param lostEvents events the writer itself says it could not take
 * @param isClosed the log was closed in order; false after a kill, a cut, or while it is being written
 * @param damages in the order of the file
 */
public record LogSummary(
        Optional<LogHeader> header,
        long events,
        long unknownFrames,
        long lostEvents,
        boolean isClosed,
        List<Damage> damages) {

    public LogSummary {
        damages = List.copyOf(damages);
    }

    /** Events that were kept in memory because the log could not take them all. */
    public static LogSummary inMemory(long events) {
        return new LogSummary(Optional.empty(), events, 0, 0, true, List.of());
    }

    /** Everything that was written is there, and everything was written. */
    public boolean isWhole() {
        return isClosed && lostEvents == 0 && damages.isEmpty() && header.isPresent();
    }
}
