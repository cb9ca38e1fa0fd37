package org.fieldfall.app.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fieldfall.app.store.Json;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.RowsTaken;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.ScalarRead;

/**
 * A message of the bus as the event it was made of.
 *
 * @param header as it came
 */
record Unframed(Header header, RunEvent event) {

    private static final String BLOCK = "/block";
    private static final String ROWS = "/rows";
    private static final String JSON = "json";

    private static final Map<String, Class<?>> KINDS = Arrays.stream(RunEvent.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, kind -> kind));

    /** What a payload of JSON says it is. */
    private record Told(String kind, Map<String, Object> event) {}

    /** @throws IllegalArgumentException if it is no message of this version */
    static Header header(byte[] bytes) {
        Header header = Json.parse(new String(bytes, StandardCharsets.UTF_8), Header.class);
        if (header == null || header.schema() != Header.SCHEMA) {
            throw new IllegalArgumentException("live bus: a message of another version than " + Header.SCHEMA);
        }
        return header;
    }

    /** @throws IllegalArgumentException if the payload is not what the header says */
    static Unframed of(Header header, byte[] payload) {
        if (header.format().equals(JSON)) {
            return new Unframed(header, told(payload));
        }
        int columns = header.columns().size();
        if (columns == 0 || payload.length != (long) header.rows() * columns * Double.BYTES) {
            throw new IllegalArgumentException("live bus: " + payload.length + " bytes for " + header.rows()
                    + " rows of " + columns + " columns on " + header.channel());
        }
        return new Unframed(header, numbers(header, payload));
    }

    private static RunEvent told(byte[] payload) {
        Told told = Json.parse(new String(payload, StandardCharsets.UTF_8), Told.class);
        Class<?> kind = Optional.ofNullable(KINDS.get(told.kind()))
                .orElseThrow(() -> new IllegalArgumentException("live bus: no event is called " + told.kind()));
        return (RunEvent) Json.parse(Json.line(told.event()), kind);
    }

    private static RunEvent numbers(Header header, byte[] payload) {
        String channel = header.channel();
        double[][] values = columns(header, payload);
        if (channel.endsWith(BLOCK)) {
            SampleBlock block = new SampleBlock(header.firstRow(), header.dtS().orElse(Double.NaN), values[0]);
            String name = channel.substring(0, channel.length() - BLOCK.length());
            return new BlockTaken(header.rigS(), name, header.acquisition(), block, header.unit());
        } else if (channel.endsWith(ROWS)) {
            return rows(header, channel.substring(0, channel.length() - ROWS.length()), values);
        }
        if (values.length != 2 || header.rows() != 1) {
            throw new IllegalArgumentException("live bus: no polled value on " + channel);
        }
        return new ScalarRead(
                header.rigS(), channel, values[1][0], header.columns().get(1).unit(), values[0][0], header.unit());
    }

    private static RunEvent rows(Header header, String name, double[][] values) {
        List<RowsTaken.Column> columns = new ArrayList<>();
        for (int i = 1; i < values.length; i++) {
            Header.Column column = header.columns().get(i);
            columns.add(new RowsTaken.Column(column.name(), column.unit(), values[i]));
        }
        return new RowsTaken(header.rigS(), name, header.acquisition(), header.firstRow(), values[0], columns);
    }

    private static double[][] columns(Header header, byte[] payload) {
        ByteBuffer bytes = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
        double[][] values = new double[header.columns().size()][header.rows()];
        for (int row = 0; row < header.rows(); row++) {
            for (double[] column : values) {
                column[row] = bytes.getDouble();
            }
        }
        return values;
    }
}
