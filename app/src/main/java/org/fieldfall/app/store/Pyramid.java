package org.fieldfall.app.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.store.PyramidSeries.Chunk;
import org.fieldfall.app.store.PyramidSeries.PyramidLevel;

/**
 * The readings of a finished run, for pictures: each series as smallest, largest and first of 16, 256, 4096 and so on
 * consecutive readings. However long the run, a picture takes as much memory and time as it has points.
 *
 * <p>It lies in {@code run.pyramid} beside the log and can be thrown away. Used by one thread.
 */
public final class Pyramid implements Closeable {

    private final Path path;
    private final Path log;
    private final FileChannel file;
    private final long logBytes;
    private final List<PyramidSeries> series;

    private Pyramid(Path path, Path log, FileChannel file) throws IOException {
        this.path = path;
        this.log = log;
        this.file = file;
        var directory = directory();
        this.logBytes = directory.i64();
        List<PyramidSeries> all = new ArrayList<>();
        for (int left = directory.i32(); left > 0; left--) {
            all.add(PyramidSeries.of(directory));
        }
        this.series = List.copyOf(all);
    }

    /** Writes the pyramid of a run whose log is complete. */
    public static void build(RunFolder folder) {
        PyramidBuilder.build(folder.log(), folder.pyramid());
    }

    /** Opens the pyramid of a run; builds it first if it is not there, is damaged, or the log has changed since. */
    public static Pyramid of(RunFolder folder) {
        return sound(folder).orElseGet(() -> built(folder));
    }

    private static Optional<Pyramid> sound(RunFolder folder) {
        try {
            var found = open(folder);
            if (found.logBytes == new LogFiles(folder.log()).bytes()) {
                return Optional.of(found);
            }
            found.close();
        } catch (IOException | IllegalArgumentException | BufferUnderflowException unreadable) {
            // Whatever is wrong with it, it can be built again.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Pyramid built(RunFolder folder) {
        try {
            build(folder);
            return open(folder);
        } catch (IOException failure) {
            throw new StoreException(folder.pyramid() + ": cannot be read", failure);
        }
    }

    private static Pyramid open(RunFolder folder) throws IOException {
        var file = FileChannel.open(folder.pyramid(), StandardOpenOption.READ);
        try {
            return new Pyramid(folder.pyramid(), folder.log(), file);
        } catch (IOException | RuntimeException unreadable) {
            file.close();
            throw unreadable;
        }
    }

    /** All series, in the order in which they were complete. */
    public List<PyramidSeries> series() {
        return series;
    }

    /**
     * At most {@code most} points for the readings between two times, the finest there are. The first may begin before
     * {@code from}, if it has readings behind it.
     */
    public List<PyramidPoint> points(PyramidSeries of, double from, double to, int most) {
        if (most < 1 || !(from <= to)) {
            throw new IllegalArgumentException(most + " points from " + from + " s to " + to + " s");
        }
        long budget = (long) most << PyramidTower.SHIFT;
        try {
            return merged(finest(of, from, to, budget), most);
        } catch (IOException failure) {
            throw new StoreException(path + ": cannot be read", failure);
        }
    }

    private List<PyramidPoint> finest(PyramidSeries of, double from, double to, long budget) throws IOException {
        var levels = of.levels();
        int number = 0;
        while (number < levels.size() - 1 && about(of, levels.get(number), from, to) > budget) {
            number++;
        }
        boolean isRaw = number == 0
                && !of.isPolled()
                && of.readings() > 0
                && about(of, levels.get(0), from, to) <= budget >> PyramidTower.SHIFT;
        return isRaw ? new RawReadings(log, of).between(from, to) : points(levels.get(number), from, to);
    }

    /** About how many points of a level lie between two times, by the directory alone; wrong by a few chunks at most. */
    private static double about(PyramidSeries of, PyramidLevel level, double from, double to) {
        double points = 0;
        var chunks = level.chunks();
        for (int i = 0; i < chunks.size(); i++) {
            double start = chunks.get(i).seconds();
            double end = i + 1 < chunks.size() ? chunks.get(i + 1).seconds() : of.lastSeconds();
            double within = Math.min(end, to) - Math.max(start, from);
            points += end > start ? chunks.get(i).points() * Math.max(0, within) / (end - start) : 1;
        }
        return points;
    }

    private static List<Chunk> chunks(PyramidLevel level, double from, double to) {
        var chunks = level.chunks();
        List<Chunk> within = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            boolean endsBefore = i + 1 < chunks.size() && chunks.get(i + 1).seconds() <= from;
            if (!endsBefore && chunks.get(i).seconds() <= to) {
                within.add(chunks.get(i));
            }
        }
        return within;
    }

    private List<PyramidPoint> points(PyramidLevel level, double from, double to) throws IOException {
        List<PyramidPoint> points = new ArrayList<>();
        for (var chunk : chunks(level, from, to)) {
            var bytes = read(chunk.offset(), chunk.points() * 32, chunk.checksum());
            while (bytes.hasRemaining()) {
                var point =
                        new PyramidPoint(bytes.getDouble(), bytes.getDouble(), bytes.getDouble(), bytes.getDouble());
                // The last point before the window may reach into it.
                if (point.seconds() <= from) {
                    points.clear();
                }
                if (point.seconds() <= to) {
                    points.add(point);
                }
            }
        }
        return points;
    }

    private static List<PyramidPoint> merged(List<PyramidPoint> points, int most) {
        int each = Math.max(1, (points.size() + most - 1) / most);
        List<PyramidPoint> merged = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (i % each == 0) {
                merged.add(points.get(i));
            } else {
                int last = merged.size() - 1;
                merged.set(last, merged.get(last).and(points.get(i)));
            }
        }
        return merged;
    }

    private PayloadReader directory() throws IOException {
        long size = file.size();
        if (size < PyramidFile.TRAILER_BYTES) {
            throw new IOException("the file is cut off");
        }
        var trailer = bytes(size - PyramidFile.TRAILER_BYTES, PyramidFile.TRAILER_BYTES);
        long start = trailer.getLong();
        int length = trailer.getInt();
        int checksum = trailer.getInt();
        if (trailer.getInt() != PyramidFile.VERSION || trailer.getLong() != PyramidFile.MAGIC) {
            throw new IOException("no pyramid of this version");
        }
        return new PayloadReader(read(start, length, checksum));
    }

    private ByteBuffer read(long offset, int count, int checksum) throws IOException {
        var bytes = bytes(offset, count);
        if (LogFormat.checksum(bytes, 0, count) != checksum) {
            throw new IOException("damaged at byte " + offset);
        }
        return bytes;
    }

    private ByteBuffer bytes(long offset, int count) throws IOException {
        if (offset < 0 || count < 0 || offset + count > file.size()) {
            throw new IOException("damaged: it is too short for " + count + " bytes at byte " + offset);
        }
        var bytes = LogFormat.littleEndian(count);
        while (bytes.hasRemaining()) {
            file.read(bytes, offset + bytes.position());
        }
        return bytes.flip();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new StoreException(path + ": cannot be closed", failure);
        }
    }
}
