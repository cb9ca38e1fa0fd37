package org.fieldfall.app.live;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What precedes each payload, as JSON with keys in snake case.
 *
 * @param schema of header and payload, 1
 * @param source {@code rig}, {@code simulator} or {@code replay}
 * @param unit of the first column that is no time
 * @param clock {@code host} for rig time, {@code device} for the instrument's own, from the first reading of an acquisition
 * @param t0S time of the first row on that clock, in seconds
 * @param dtS time from row to row; empty where rows carry their own times
 * @param firstRow how many rows of the acquisition came before
 * @param rigS rig time the event was heard at, in seconds
 * @param acquisition of the device's clock, from 1; 0 on the host's
 * @param format of the payload: {@code f64} or {@code json}
 */
record Header(
        int schema,
        long seq,
        String run,
        String source,
        String channel,
        String unit,
        String clock,
        double t0S,
        OptionalDouble dtS,
        int rows,
        long firstRow,
        List<Column> columns,
        double rigS,
        int acquisition,
        String format) {

    static final int SCHEMA = 1;

    /** One column of the payload. */
    record Column(String name, String unit) {}

    Header {
        columns = List.copyOf(columns);
    }
}
