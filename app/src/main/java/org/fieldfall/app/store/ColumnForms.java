package org.fieldfall.app.store;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.RowsTaken;

/**
 * Blocks of readings as columns of numbers.
 *
 * @param isCompressed each column is made as short as it can be
 */
record ColumnForms(boolean isCompressed) {

    static final ColumnForms PLAIN = new ColumnForms(false);
    static final ColumnForms COMPRESSED = new ColumnForms(true);

    void put(BlockTaken event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.channel());
        out.i32(event.acquisition());
        out.text(event.rawUnit());
        out.i64(event.block().firstIndex());
        out.f64(event.block().intervalSeconds());
        put(event.block().raw(), out);
    }

    static BlockTaken blockTaken(PayloadReader in) {
        double rigSeconds = in.f64();
        String channel = in.text();
        int acquisition = in.i32();
        String rawUnit = in.text();
        var block = new SampleBlock(in.i64(), in.f64(), ColumnCode.column(in));
        return new BlockTaken(rigSeconds, channel, acquisition, block, rawUnit);
    }

    void put(RowsTaken event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.channel());
        out.i32(event.acquisition());
        out.i64(event.firstRow());
        out.i32(event.columns().size());
        put(event.seconds(), out);
        for (var column : event.columns()) {
            out.text(column.name());
            out.text(column.unit());
            put(column.values(), out);
        }
    }

    static RowsTaken rowsTaken(PayloadReader in) {
        double rigSeconds = in.f64();
        String channel = in.text();
        int acquisition = in.i32();
        long firstRow = in.i64();
        int count = in.i32();
        double[] seconds = ColumnCode.column(in);
        List<RowsTaken.Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(new RowsTaken.Column(in.text(), in.text(), ColumnCode.column(in)));
        }
        return new RowsTaken(rigSeconds, channel, acquisition, firstRow, seconds, columns);
    }

    private void put(double[] values, PayloadWriter out) {
        if (isCompressed) {
            ColumnCode.put(values, out);
        } else {
            ColumnCode.putPlain(values, out);
        }
    }
}
