package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.fieldfall.app.store.PyramidSeries.Chunk;
import org.fieldfall.app.store.PyramidSeries.LogMark;
import org.fieldfall.app.store.PyramidSeries.PyramidLevel;

/** One series of readings as it grows: on each level the last chunk, in memory, the others in the file. */
final class PyramidTower {

    /** Points of one level in one of the next, as a power of two. */
    static final int SHIFT = 4;

    /** Enough for 16^8 readings. */
    private static final int LEVELS = 8;

    private static final int CHUNK_POINTS = 1024;
    private static final int POINT_BYTES = 32;

    /** Readings between two marks. */
    private static final int MARK_EVERY = 4096;

    private final String channel;
    private final String column;
    private final String unit;
    private final int acquisition;
    private final PyramidFile file;
    private final List<Level> levels = new ArrayList<>();
    private final List<LogMark> marks = new ArrayList<>();
    private long readings;
    private long nextMark;
    private double lastSeconds;

    PyramidTower(String channel, String column, String unit, int acquisition, PyramidFile file) {
        this.channel = channel;
        this.column = column;
        this.unit = unit;
        this.acquisition = acquisition;
        this.file = file;
        for (int i = 0; i < LEVELS; i++) {
            levels.add(new Level());
        }
    }

    /** Polled readings, each of which is a point of the finest level. */
    void addPolled(double seconds, double value) throws IOException {
        add(0, readings, seconds, value, value, value);
        readings++;
        lastSeconds = seconds;
    }

    /** Tells where the readings stand that come next. */
    void mark(double seconds, LogPosition position) {
        if (readings >= nextMark) {
            marks.add(new LogMark(seconds, position));
            nextMark = readings + MARK_EVERY;
        }
    }

    /** @param index of the reading in its acquisition */
    void add(long index, double seconds, double value) throws IOException {
        add(0, index >> SHIFT, seconds, value, value, value);
        readings++;
        lastSeconds = seconds;
    }

    private void add(int number, long key, double seconds, double min, double max, double first) throws IOException {
        var level = levels.get(number);
        if (level.key != key) {
            close(number);
            level.open(key, seconds, min, max, first);
        } else {
            level.min = PyramidPoint.least(level.min, min);
            level.max = PyramidPoint.most(level.max, max);
        }
    }

    private void close(int number) throws IOException {
        var level = levels.get(number);
        if (level.key < 0) {
            return;
        }
        if (level.bytes.remaining() == 0) {
            level.chunks.add(file.write(level.bytes));
        }
        level.put();
        if (number + 1 < LEVELS) {
            add(number + 1, level.key >> SHIFT, level.seconds, level.min, level.max, level.first);
        }
    }

    /** Puts the rest into the file. */
    PyramidSeries finish() throws IOException {
        List<PyramidLevel> all = new ArrayList<>();
        for (int number = 0; number < LEVELS; number++) {
            close(number);
            var level = levels.get(number);
            if (level.bytes.position() > 0) {
                level.chunks.add(file.write(level.bytes));
            }
            all.add(new PyramidLevel(List.copyOf(level.chunks)));
        }
        return new PyramidSeries(channel, column, unit, acquisition, readings, lastSeconds, List.copyOf(marks), all);
    }

    private static final class Level {

        private final List<Chunk> chunks = new ArrayList<>();
        private final ByteBuffer bytes = LogFormat.littleEndian(CHUNK_POINTS * POINT_BYTES);
        private long key = -1;
        private double seconds;
        private double min;
        private double max;
        private double first;

        private void open(long newKey, double at, double least, double most, double begin) {
            key = newKey;
            seconds = at;
            min = least;
            max = most;
            first = begin;
        }

        private void put() {
            bytes.putDouble(seconds).putDouble(min).putDouble(max).putDouble(first);
        }
    }
}
