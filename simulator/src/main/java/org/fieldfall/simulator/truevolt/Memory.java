package org.fieldfall.simulator.truevolt;

import java.util.StringJoiner;

/** The reading memory of a 34465A: 50000 readings, the oldest overwritten when it is full. */
final class Memory {

    static final int CAPACITY = 50_000;

    private final double[] readings = new double[CAPACITY];
    private int first;
    private int size;
    private boolean overflowed;

    void add(double reading) {
        readings[(first + size) % CAPACITY] = reading;
        if (size < CAPACITY) {
            size++;
        } else {
            first = (first + 1) % CAPACITY;
            overflowed = true;
        }
    }

    int size() {
        return size;
    }

    boolean hasOverflowed() {
        return overflowed;
    }

    void clear() {
        size = 0;
        overflowed = false;
    }

    double last() {
        return readings[(first + size - 1) % CAPACITY];
    }

    /** All readings, separated by commas, left in the memory. */
    String all() {
        return oldest(size);
    }

    /** The oldest readings, taken out of the memory. */
    String take(int count) {
        String text = oldest(count);
        first = (first + count) % CAPACITY;
        size -= count;
        return text;
    }

    private String oldest(int count) {
        StringJoiner text = new StringJoiner(",");
        for (int i = 0; i < count; i++) {
            text.add(Digits.format(readings[(first + i) % CAPACITY]));
        }
        return text.toString();
    }
}
