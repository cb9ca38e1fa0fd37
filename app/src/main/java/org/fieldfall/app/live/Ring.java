package org.fieldfall.app.live;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The last messages of all channels, up to a number of bytes. Used by one thread. */
final class Ring {

    private final long mostBytes;
    private final ArrayDeque<Frame> all = new ArrayDeque<>();
    private final Map<String, ArrayDeque<Frame>> byChannel = new TreeMap<>();
    private long bytes;

    Ring(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    void keep(Frame frame) {
        all.addLast(frame);
        byChannel.computeIfAbsent(frame.channel(), name -> new ArrayDeque<>()).addLast(frame);
        bytes += frame.size();
        while (bytes > mostBytes && all.size() > 1) {
            Frame oldest = all.removeFirst();
            byChannel.getOrDefault(oldest.channel(), new ArrayDeque<>()).pollFirst();
            bytes -= oldest.size();
        }
    }

    /** Those of a channel that are kept, in order, both ends included. */
    List<Frame> between(String channel, long fromSeq, long toSeq) {
        return byChannel.getOrDefault(channel, new ArrayDeque<>()).stream()
                .filter(frame -> frame.seq() >= fromSeq && frame.seq() <= toSeq)
                .toList();
    }
}
