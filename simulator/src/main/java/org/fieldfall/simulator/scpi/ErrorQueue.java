package org.fieldfall.simulator.scpi;

import java.util.ArrayDeque;
import java.util.Deque;

/** First in, first out; when it is full the last entry becomes -350 and what comes after is lost. */
public final class ErrorQueue {

    private final int capacity;
    private final String none;
    private final Deque<String> entries = new ArrayDeque<>();
    private int events;

    /** @param none the answer of an empty queue */
    public ErrorQueue(int capacity, String none) {
        this.capacity = capacity;
        this.none = none;
    }

    public void add(ScpiFault fault) {
        events |= event(fault.code());
        if (entries.size() < capacity) {
            entries.add(entry(fault.code(), String.valueOf(fault.getMessage())));
        } else {
            entries.removeLast();
            entries.add(entry(-350, "Queue overflow"));
        }
    }

    /** Takes the oldest entry out. */
    public String next() {
        String oldest = entries.poll();
        return oldest == null ? none : oldest;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    public void clear() {
        entries.clear();
        events = 0;
    }

    /** The error bits of the standard event register since they were asked for or cleared; asking clears them. */
    public int takeEvents() {
        int taken = events;
        events = 0;
        return taken;
    }

    // Which class of error sets which bit: SCPI-1999, volume 2, 21.8.
    private static int event(int code) {
        return switch (code / 100) {
            case -1 -> 1 << 5;
            case -2 -> 1 << 4;
            case -4 -> 1 << 2;
            default -> 1 << 3;
        };
    }

    private static String entry(int code, String text) {
        return code + ",\"" + text + "\"";
    }
}
