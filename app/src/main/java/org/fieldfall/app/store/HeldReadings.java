package org.fieldfall.app.store;

import java.util.List;
import java.util.OptionalLong;

/**
 * How many readings of a channel the log holds.
 *
 * @param acquisition number of the acquisition; 0 for single polled readings
 * @param count readings that are there
 * @param due readings the instrument had taken by the last event of the log, as far as it was still drained; empty for
 *     polled readings, which come as they come
 * @param gaps where the others are missing
 */
public record HeldReadings(String channel, int acquisition, long count, OptionalLong due, List<Gap> gaps) {

    public HeldReadings {
        gaps = List.copyOf(gaps);
    }

    public boolean isComplete() {
        return due.isEmpty() || count >= due.getAsLong();
    }

    @Override
    public String toString() {
        String of = due.isPresent() ? " of " + due.getAsLong() : "";
        return channel + (acquisition > 0 ? ", acquisition " + acquisition : "") + ": " + count + of + " readings";
    }
}
