package org.fieldfall.app.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a follower has been told of each channel and what it knows to be there. Holds at most one page of each channel. Used by
 * one thread.
 */
final class Backlog {

    /** More than a run has; further ones are not followed. */
    private static final int MOST_CHANNELS = 512;

    /** A message of history. */
    record Message(Header header, byte[] payload) {}

    /** Numbers that lack, both ends included. */
    record Gap(long from, long to) {}

    private final Map<String, Channel> channels = new TreeMap<>();

    private static final class Channel {
        private long next;
        private long known;
        private final Deque<Message> page = new ArrayDeque<>();

        boolean isBehind() {
            return next < known;
        }
    }

    private Channel channel(String name) {
        return channels.computeIfAbsent(name, made -> new Channel());
    }

    /** True of a message that is told as it comes: the next of its channel, while nothing lacks anywhere. */
    boolean isNext(Header header) {
        boolean isNew = !channels.containsKey(header.channel());
        if (isNew && channels.size() >= MOST_CHANNELS) {
            return false;
        }
        return channel(header.channel()).next == header.seq() && !isBehind();
    }

    void known(String name, long upTo) {
        if (channels.containsKey(name) || channels.size() < MOST_CHANNELS) {
            Channel channel = channel(name);
            channel.known = Math.max(channel.known, upTo);
        }
    }

    void told(Header header) {
        Channel channel = channel(header.channel());
        channel.next = header.seq() + 1;
        channel.known = Math.max(channel.known, channel.next);
    }

    boolean isBehind() {
        return channels.values().stream().anyMatch(Channel::isBehind);
    }

    /** Messages that lack. */
    long left() {
        return channels.values().stream()
                .mapToLong(channel -> Math.max(0, channel.known - channel.next))
                .sum();
    }

    /** One that lacks messages and has none at hand. */
    Optional<String> emptyChannel() {
        return channels.entrySet().stream()
                .filter(each ->
                        each.getValue().isBehind() && each.getValue().page.isEmpty())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Gap gap(String name) {
        Channel channel = channel(name);
        return new Gap(channel.next, channel.known - 1);
    }

    void page(String name, List<Message> messages) {
        Channel channel = channel(name);
        for (Message message : messages) {
            long due = channel.next + channel.page.size();
            if (message.header().channel().equals(name) && message.header().seq() == due) {
                channel.page.addLast(message);
            }
        }
    }

    /** The earliest of those at hand by rig time, of one time the first by name; empty if there is none. */
    Optional<Message> earliest() {
        Optional<Channel> first = Optional.empty();
        for (Channel channel : channels.values()) {
            Message at = channel.page.peekFirst();
            if (at != null
                    && first.map(other -> at.header().rigS() < seconds(other)).orElse(true)) {
                first = Optional.of(channel);
            }
        }
        return first.map(channel -> channel.page.removeFirst());
    }

    private static double seconds(Channel channel) {
        return Optional.ofNullable(channel.page.peekFirst())
                .map(message -> message.header().rigS())
                .orElse(Double.NaN);
    }

    /** Gives half of a gap up; how many that were, empty if the gap is closed. */
    OptionalLong pass(String name, Gap gap) {
        Channel channel = channel(name);
        long to = gap.from() + (gap.to() - gap.from()) / 2 + 1;
        if (channel.next >= to) {
            return OptionalLong.empty();
        }
        long passed = to - channel.next;
        channel.next = to;
        return OptionalLong.of(passed);
    }
}
