package org.fieldfall.app.store;

import java.util.Locale;

/**
 * Consecutive readings of an acquisition that were taken, or due, and are not in the log.
 *
 * @param firstIndex of the missing ones, counted from the acquisition's first reading
 * @param count how many are missing
 * @param fromSeconds device time of the first missing one since the acquisition's first reading
 * @param toSeconds device time of the last missing one
 */
public record Gap(String channel, int acquisition, long firstIndex, long count, double fromSeconds, double toSeconds) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, acquisition %d: %d readings missing from %.3f s to %.3f s after its start",
                channel,
                acquisition,
                count,
                fromSeconds,
                toSeconds);
    }
}
