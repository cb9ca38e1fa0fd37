package org.fieldfall.app.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldfall.protocols.run.RunEvent;

/**
 * Numbers the messages of each channel from 0 in the order of the events. Events from the log get the numbers they had when
 * they happened, as the log has them in the same order. Used by one thread at a time.
 */
final class Numbering {

    private final Map<String, Long> next = new HashMap<>();

    /** The messages of an event: one, or several where it is too large for one. */
    List<Told> told(RunEvent event) {
        String channel = ChannelOf.event(event);
        return Pieces.of(event).stream()
                .map(piece -> new Told(channel, next.merge(channel, 1L, Long::sum) - 1, piece))
                .toList();
    }
}
