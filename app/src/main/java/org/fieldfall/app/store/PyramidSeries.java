package org.fieldfall.app.store;

import java.util.ArrayList;
import java.util.List;

/**
 * One series of readings in a pyramid.
 *
 * @param channel as in the log
 * @param column name of the column among rows taken together; empty for single values
 * @param unit of the readings
 * @param acquisition number of the acquisition, whose first reading is at 0 s of the instrument's clock; 0 for polled
 *     readings, which are in rig time
 * @param readings how many there are
 * @param lastSeconds time of the last one
 * @param marks where some of them stand in the log, ascending; none for polled readings
 * @param levels the finest first; polled readings have every reading in it
 */
public record PyramidSeries(
        String channel,
        String column,
        String unit,
        int acquisition,
        long readings,
        double lastSeconds,
        List<LogMark> marks,
        List<PyramidLevel> levels) {

    /** Where in the log the reading of a time stands. */
    record LogMark(double seconds, LogPosition position) {}

    /** One level as it lies in the file. */
    record PyramidLevel(List<Chunk> chunks) {

        long points() {
            return chunks.stream().mapToLong(Chunk::points).sum();
        }
    }

    /**
     * Consecutive points of a level.
     *
     * @param seconds of the first
     * @param offset in the file
     * @param checksum of their bytes
     */
    record Chunk(double seconds, long offset, int points, int checksum) {}

    boolean isPolled() {
        return acquisition == 0;
    }

    void put(PayloadWriter out) {
        out.text(channel);
        out.text(column);
        out.text(unit);
        out.i32(acquisition);
        out.i64(readings);
        out.f64(lastSeconds);
        out.i32(marks.size());
        for (var mark : marks) {
            out.f64(mark.seconds());
            out.i32(mark.position().segment());
            out.i64(mark.position().offset());
            out.i64(mark.position().sequence());
        }
        out.i32(levels.size());
        levels.forEach(level -> put(level, out));
    }

    private static void put(PyramidLevel level, PayloadWriter out) {
        out.i32(level.chunks().size());
        for (var chunk : level.chunks()) {
            out.f64(chunk.seconds());
            out.i64(chunk.offset());
            out.i32(chunk.points());
            out.i32(chunk.checksum());
        }
    }

    static PyramidSeries of(PayloadReader in) {
        return new PyramidSeries(in.text(), in.text(), in.text(), in.i32(), in.i64(), in.f64(), marks(in), levels(in));
    }

    private static List<LogMark> marks(PayloadReader in) {
        List<LogMark> marks = new ArrayList<>();
        for (int left = in.i32(); left > 0; left--) {
            marks.add(new LogMark(in.f64(), new LogPosition(in.i32(), in.i64(), in.i64())));
        }
        return marks;
    }

    private static List<PyramidLevel> levels(PayloadReader in) {
        List<PyramidLevel> levels = new ArrayList<>();
        for (int left = in.i32(); left > 0; left--) {
            List<Chunk> chunks = new ArrayList<>();
            for (int more = in.i32(); more > 0; more--) {
                chunks.add(new Chunk(in.f64(), in.i64(), in.i32(), in.i32()));
            }
            levels.add(new PyramidLevel(chunks));
        }
        return levels;
    }
}
