package org.fieldfall.app.live;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the router answers, as JSON.
 *
 * @param id of the request
 * @param words what follows, or why nothing does
 * @param count messages that come with it, header and payload each
 * @param nextSeq where to go on asking for history; empty if this was all
 * @param channels number of the next message of each channel, if they were asked for
 */
record BusAnswer(
        String id, boolean taken, String words, int count, OptionalLong nextSeq, Optional<Map<String, Long>> channels) {

    static BusAnswer plain(String id, boolean isTaken, String words) {
        return new BusAnswer(id, isTaken, words, 0, OptionalLong.empty(), Optional.empty());
    }
}
