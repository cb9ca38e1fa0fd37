package org.fieldfall.app.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.fieldfall.app.store.Json;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RowsTaken;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.ScalarRead;

/**
 * Turns events into messages.
 *
 * @param run id of the run
 * @param source {@code rig}, {@code simulator} or {@code replay}
 */
record Frames(String run, String source) {

    private static final int MOST_BYTES = Wire.MOST_BYTES / 2;

    private static final Header.Column SECONDS = new Header.Column("seconds", "s");

    Frame of(Told told) {
        RunEvent event = told.event();
        if (event instanceof ScalarRead read) {
            return scalar(told, read);
        } else if (event instanceof BlockTaken taken) {
            return block(told, taken);
        } else if (event instanceof RowsTaken taken) {
            return rows(told, taken);
        }
        return json(told);
    }

    private Frame scalar(Told told, ScalarRead read) {
        List<Header.Column> columns =
                List.of(new Header.Column("value", read.unit()), new Header.Column("raw", read.rawUnit()));
        Header header =
                header(told, read.unit(), "host", read.rigSeconds(), OptionalDouble.empty(), 1, 0, columns, 0, "f64");
        return frame(told, header, bytes(List.of(new double[] {read.value()}, new double[] {read.raw()})));
    }

    private Frame block(Told told, BlockTaken taken) {
        SampleBlock block = taken.block();
        double[] values = block.raw();
        Header header = header(
                told,
                taken.rawUnit(),
                "device",
                block.firstIndex() * block.intervalSeconds(),
                OptionalDouble.of(block.intervalSeconds()),
                values.length,
                block.firstIndex(),
                List.of(new Header.Column("raw", taken.rawUnit())),
                taken.acquisition(),
                "f64");
        return frame(told, header, bytes(List.of(values)));
    }

    private Frame rows(Told told, RowsTaken taken) {
        List<Header.Column> columns = new ArrayList<>(List.of(SECONDS));
        List<double[]> values = new ArrayList<>(List.of(taken.seconds()));
        taken.columns().forEach(column -> {
            columns.add(new Header.Column(column.name(), column.unit()));
            values.add(column.values());
        });
        Header header = header(
                told,
                columns.get(columns.size() - 1).unit(),
                "device",
                taken.size() == 0 ? 0 : taken.seconds()[0],
                OptionalDouble.empty(),
                taken.size(),
                taken.firstRow(),
                columns,
                taken.acquisition(),
                "f64");
        return frame(told, header, bytes(values));
    }

    private Frame json(Told told) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", told.event().getClass().getSimpleName());
        body.put("event", told.event());
        Header header =
                header(told, "", "host", told.event().rigSeconds(), OptionalDouble.empty(), 0, 0, List.of(), 0, "json");
        byte[] payload = Json.line(body).getBytes(StandardCharsets.UTF_8);
        return payload.length > MOST_BYTES
                ? frame(told, header, insteadOf(told, payload.length))
                : frame(told, header, payload);
    }

    /** Nothing of a run comes near this; whatever does must not take the bus with it. */
    private static byte[] insteadOf(Told told, int bytes) {
        RunEvent event = told.event();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", "Remark");
        body.put(
                "event",
                new Remark(
                        event.rigSeconds(),
                        event.getClass().getSimpleName() + " of " + bytes
                                + " bytes: too long for the live bus, see the log"));
        return Json.line(body).getBytes(StandardCharsets.UTF_8);
    }

    private Header header(
            Told told,
            String unit,
            String clock,
            double firstSeconds,
            OptionalDouble step,
            int rows,
            long firstRow,
            List<Header.Column> columns,
            int acquisition,
            String format) {
        return new Header(
                Header.SCHEMA,
                told.seq(),
                run,
                source,
                told.channel(),
                unit,
                clock,
                firstSeconds,
                step,
                rows,
                firstRow,
                columns,
                told.event().rigSeconds(),
                acquisition,
                format);
    }

    private Frame frame(Told told, Header header, byte[] payload) {
        return new Frame(
                told.channel(),
                told.seq(),
                ("ff/" + run + "/" + told.channel()).getBytes(StandardCharsets.UTF_8),
                Json.line(header).getBytes(StandardCharsets.UTF_8),
                payload);
    }

    /** Row-major little-endian float64; the columns are equally long. */
    private static byte[] bytes(List<double[]> columns) {
        int rows = columns.get(0).length;
        ByteBuffer bytes =
                ByteBuffer.allocate(rows * columns.size() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < rows; row++) {
            for (double[] column : columns) {
                bytes.putDouble(column[row]);
            }
        }
        return bytes.array();
    }
}
