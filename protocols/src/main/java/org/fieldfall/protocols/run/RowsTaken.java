package org.fieldfall.protocols.run;

import java.util.List;

/**
 * Readings of several quantities were drained that an instrument took together, each row with a time of its own.
 *
 * @param acquisition number of the acquisition in this run, from 1; its start is a {@link SendMarked}
 * @param firstRow how many rows of this acquisition came before
 * @param seconds time of each row on the instrument's clock, since the first row of the acquisition
 * @param columns one for each quantity, all as long as {@code seconds}
 */
public record RowsTaken(
        double rigSeconds, String channel, int acquisition, long firstRow, double[] seconds, List<Column> columns)
        implements RunEvent {

    /**
     * One quantity; a reading the instrument marked invalid is NaN.
     *
     * @param values in {@code unit}; owned by the event, not to be changed
     */
    public record Column(String name, String unit, double[] values) {}

    public RowsTaken {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            if (column.values().length != seconds.length) {
                throw new IllegalArgumentException("rows of " + channel + ": " + column.values().length + " values of "
                        + column.name() + " for " + seconds.length + " times");
            }
        }
        if (firstRow < 0) {
            throw new IllegalArgumentException("rows of " + channel + ": first row " + firstRow);
        }
    }

    public int size() {
        return seconds.length;
    }
}
