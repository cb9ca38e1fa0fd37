package org.fieldfall.simulator.world;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to change at ticks to come; of one tick, in the order it was asked for. */
final class Agenda {

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::tick).thenComparingLong(Entry::number));

    private long asked;

    private record Entry(long tick, long number, Runnable change) {}

    void add(long tick, Runnable change) {
        entries.add(new Entry(tick, asked++, change));
    }

    /** First tick at which something is due. */
    long next() {
        return entries.isEmpty() ? Long.MAX_VALUE : entries.element().tick();
    }

    /** Makes the changes that are due by a tick. */
    void run(long tick) {
        while (next() <= tick) {
            entries.remove().change().run();
        }
    }
}
