package org.fieldfall.app.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fieldfall.app.store.LogAlarm;
import org.fieldfall.app.store.LogReader;
import org.fieldfall.app.store.LogWriter;
import org.fieldfall.protocols.run.RowsTaken;

/**
 * How many samples a second, a time and four values each, go into the run log while it is forced every 50 ms, at 1, 100
 * and 1000 samples an append. Plain Java instead of JMH, as a disk does not warm up; {@code recording} runs it beside its
 * peers in Python. A sample counts once its frame is acknowledged; the files are read back and every value is compared.
 *
 * <p>Targets (design.md §12): 2 M samples/s; against h5py 50 times at 1, 8 times at 100, twice at 1000 an append.
 *
 * <p>Seen on 2 virtual cores and a disk shared with other builds, OpenJDK 17, h5py 3.7, in M samples/s. Load 10, runs of 5
 * s: 1 an append 0.71 against h5py 0.010 (68 times) and SQLite 0.23; 100: 9.9 against 0.87 (11.5 times) and 0.30; 1000:
 * 6.9 against 6.7 (1.0 times) and 0.34. Load 15, runs of 8 s: 0.29 against 0.0048 (61 times); 6.3 against 0.64 (9.9
 * times); 1.9 against 3.4 (0.6 times). So the last target is missed on a disk that others use: both then write as much
 * as it takes. In memory instead of on the disk, 1000 an append, load 16, three times by turns: 14.4, 7.2 and 18.9 against
 * 3.7, 4.7 and 4.2, which is 1.6 to 4.5 times.
 */
public final class RecordingBenchmark {

    private static final int[] ROWS = {1, 100, 1000};

    /** Appends made before the clock starts, over and over. */
    private static final int POOL = 100;

    /** Less than half of what the queue takes: a disk that stands still for a moment must cost no event here. */
    private static final int MOST_WAITING = 1500;

    private static final int LOOK_EVERY = 64;

    private RecordingBenchmark() {}

    /** @param arguments folder to write to, seconds for each */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        double seconds = Double.parseDouble(arguments[1]);
        List<String> figures = new ArrayList<>();
        for (int rows : ROWS) {
            record(folder.resolve("warm-" + rows + ".log"), rows, 1);
            figures.add(String.format(
                    Locale.ROOT, "\"%d\": %.0f", rows, record(folder.resolve("rows-" + rows + ".log"), rows, seconds)));
        }
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            out.write(("{" + String.join(", ", figures) + "}\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static double record(Path file, int rows, double seconds) throws IOException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        var pool = pool(rows);
        long appends = 0;
        var log = LogWriter.open(file, new UUID(1, 2), InstantSource.system(), new Loud());
        try (log) {
            while (System.nanoTime() < end) {
                while (appends % LOOK_EVERY == 0 && log.waiting() > MOST_WAITING) {
                    LockSupport.parkNanos(20_000);
                }
                log.heard(numbered(pool.get((int) (appends % POOL)), appends++));
            }
            while (log.acknowledged() < log.recorded()) {
                LockSupport.parkNanos(20_000);
            }
        }
        double took = (System.nanoTime() - start) / 1e9;
        check(file, pool, appends);
        delete(file);
        return appends * rows / took;
    }

    private static void delete(Path log) throws IOException {
        try (var segments = Files.newDirectoryStream(log.getParent(), log.getFileName() + "*")) {
            for (var segment : segments) {
                Files.delete(segment);
            }
        }
    }

    private static List<RowsTaken> pool(int rows) {
        return IntStream.range(0, POOL).mapToObj(i -> rows(i, rows)).toList();
    }

    /** As from an instrument with a converter of 24 bits. */
    private static RowsTaken rows(long number, int rows) {
        var random = new Random(number);
        double[] seconds = IntStream.range(0, rows).mapToDouble(i -> i * 1e-6).toArray();
        return new RowsTaken(
                0,
                "lock-in",
                1,
                0,
                seconds,
                Stream.of("x", "y", "r", "theta")
                        .map(name -> new RowsTaken.Column(name, "V", converted(random, rows)))
                        .toList());
    }

    private static double[] converted(Random random, int rows) {
        return random.ints(rows, 0, 1 << 24).mapToDouble(i -> i * 0x1p-23).toArray();
    }

    private static RowsTaken numbered(RowsTaken rows, long number) {
        return new RowsTaken(
                number, rows.channel(), rows.acquisition(), number * rows.size(), rows.seconds(), rows.columns());
    }

    private static void check(Path file, List<RowsTaken> pool, long appends) {
        long[] seen = {0};
        var found = LogReader.read(file, entry -> {
            var taken = (RowsTaken) entry.event();
            var due = numbered(pool.get((int) (seen[0] % POOL)), seen[0]++);
            boolean isSame = taken.firstRow() == due.firstRow() && Arrays.equals(taken.seconds(), due.seconds());
            for (int k = 0; k < 4; k++) {
                isSame &= Arrays.equals(
                        taken.columns().get(k).values(), due.columns().get(k).values());
            }
            if (!isSame) {
                throw new IllegalStateException("append " + (seen[0] - 1) + " came back as something else");
            }
        });
        if (seen[0] != appends || !found.damages().isEmpty() || found.lostEvents() > 0) {
            throw new IllegalStateException(seen[0] + " of " + appends + " appends came back, " + found.damages());
        }
    }

    private static final class Loud implements LogAlarm {

        @Override
        public void stalled(String report) {
            throw new IllegalStateException(report);
        }

        @Override
        public void failed(String report) {
            throw new IllegalStateException(report);
        }

        @Override
        public void recovered(String report) {
            throw new IllegalStateException(report);
        }
    }
}
