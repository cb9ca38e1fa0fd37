package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.BlockTaken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run of very many readings opens at once, in a process with little memory. */
@Timeout(600)
class LongRunTest {

    private static final int BLOCK = 5000;
    private static final int POINTS = 2000;

    @TempDir
    Path path;

    @Test
    void opensAtOnceInLittleMemory() throws Exception {
        boolean isLong = Boolean.getBoolean("fieldfall.long");
        long readings = isLong ? 100_000_000L : 500_000L;
        ManifestTest.begun(OptionalLong.empty()).write(path.resolve("manifest.json"));
        record(RunFolder.at(path).log(), readings);

        inAProcessOfItsOwn("-Xmx128m", "build");
        String[] figures = inAProcessOfItsOwn("-Xmx128m", "open").split(" ", -1);

        assertThat(Long.parseLong(figures[0])).isEqualTo(readings);
        assertThat(Integer.parseInt(figures[1])).isBetween(POINTS / 2, POINTS);
        assertThat(Double.parseDouble(figures[2])).isEqualTo(-1);
        assertThat(Double.parseDouble(figures[3])).isEqualTo(1);
        if (isLong) {
            assertThat(fastestMillis()).as("ms to the first picture").isLessThanOrEqualTo(1000);
        }
    }

    /** Other processes of the machine may be in the way of some. */
    private long fastestMillis() throws Exception {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            fastest = Math.min(
                    fastest,
                    Long.parseLong(inAProcessOfItsOwn("-Xmx128m", "open").split(" ", -1)[4]));
        }
        return fastest;
    }

    private static void record(Path log, long readings) {
        var alarm = new HeardAlarm();
        double[] wave = new double[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            wave[i] = Math.rint(1e7 * Math.sin(2 * Math.PI * i / BLOCK)) / 1e7;
        }
        try (var writer = LogWriter.open(log, Log.RUN, InstantSource.system(), alarm)) {
            for (long index = 0; index < readings; index += BLOCK) {
                while (writer.recorded() - writer.acknowledged() > 500) {
                    LockSupport.parkNanos(100_000);
                }
                writer.heard(new BlockTaken(index, "t", 1, new SampleBlock(index, 1e-3, wave), "V"));
            }
        }
        alarm.assertSilent();
    }

    private String inAProcessOfItsOwn(String memory, String what) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var process = new ProcessBuilder(
                        java, memory, "-Xshare:auto", "-cp", classes, Viewer.class.getName(), path.toString(), what)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(Duration.ofMinutes(5).toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /** The process with little memory; its answer goes out as its last words. */
    static final class Viewer {

        private Viewer() {}

        public static void main(String[] arguments) throws Exception {
            var folder = RunFolder.at(Path.of(arguments[0]));
            if (arguments[1].equals("build")) {
                Pyramid.build(folder);
                return;
            }
            long start = System.nanoTime();
            try (var pyramid = Pyramid.of(folder)) {
                var series = pyramid.series().get(0);
                var points = pyramid.points(series, 0, series.lastSeconds(), POINTS);
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                double min =
                        points.stream().mapToDouble(PyramidPoint::min).min().orElseThrow();
                double max =
                        points.stream().mapToDouble(PyramidPoint::max).max().orElseThrow();
                say(String.format(Locale.ROOT, "%d %d %s %s %d", series.readings(), points.size(), min, max, millis));
            }
        }

        private static void say(String words) throws Exception {
            try (var out = new FileOutputStream(FileDescriptor.out)) {
                out.write(words.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
