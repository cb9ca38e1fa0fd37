package org.fieldfall.simulator.dmm6500;

import java.util.Arrays;

/** A reading buffer: values with their times; full, it stops taking readings or writes over the oldest. */
final class Buffer {

    private static final int FIRST_ROOM = 1024;

    private int capacity;
    private boolean isContinuous;
    private double[] values = new double[0];
    private double[] seconds = new double[0];
    private int first;
    private int size;

    Buffer(int capacity, boolean isContinuous) {
        this.capacity = capacity;
        this.isContinuous = isContinuous;
    }

    int capacity() {
        return capacity;
    }

    /** A new size empties it. */
    void capacity(int readings) {
        capacity = readings;
        values = new double[0];
        seconds = new double[0];
        clear();
    }

    boolean isContinuous() {
        return isContinuous;
    }

    void continuous(boolean wanted) {
        isContinuous = wanted;
    }

    int size() {
        return size;
    }

    void clear() {
        first = 0;
        size = 0;
    }

    void add(double value, double atSeconds) {
        if (size == capacity && !isContinuous) {
            return;
        }
        if (size == values.length && size < capacity) {
            grow();
        }
        int at = (first + size) % values.length;
        values[at] = value;
        seconds[at] = atSeconds;
        if (size < capacity) {
            size++;
        } else {
            first = (first + 1) % values.length;
        }
    }

    // Only ever while it has not wrapped: it wraps at its capacity.
    private void grow() {
        int room = Math.min(capacity, Math.max(FIRST_ROOM, 2 * size));
        values = Arrays.copyOf(values, room);
        seconds = Arrays.copyOf(seconds, room);
    }

    /** @param index from 0 for the oldest */
    double value(int index) {
        return values[(first + index) % values.length];
    }

    /** Since the oldest. */
    double relativeSeconds(int index) {
        return seconds[(first + index) % values.length] - seconds[first];
    }
}
