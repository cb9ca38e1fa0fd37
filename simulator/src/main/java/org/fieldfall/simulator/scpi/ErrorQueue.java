package org.fieldfall.simulator.scpi;

import java.util.ArrayDeque;
import java.util.Deque;

/** First in, first out; when it is full the last entry becomes -350 and what comes after is lost. */
public final class ErrorQueue {

    private final int capacity;
    private final String none;
    private final Deque<String> entries = new ArrayDeque<>();

    /** @param none the answer of an empty queue */
    public ErrorQueue(int capacity, String none) {
        this.capacity = capacity;
        this.none = none;
    }

    public void add(ScpiFault fault) {
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
    }

    private static String entry(int code, String text) {
        return code + ",\"" + text + "\"";
    }
}
