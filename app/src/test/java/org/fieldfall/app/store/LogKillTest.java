package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.fieldfall.protocols.run.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes that write at full load (kill -9) and looks for what they had acknowledged. */
@Timeout(600)
class LogKillTest {

    private static final long SEED = 20261122;

    /** So many at a time: they get in each other's way, as on a busy machine. */
    private static final int AT_ONCE = 4;

    private static final List<ByteBuffer> DUE =
            Recorder.EVENTS.stream().map(LogKillTest::bytes).toList();

    private static final long SEGMENT_BYTES = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void losesNothingAcknowledgedWhenTheProcessIsKilled() throws Exception {
        var random = new Random(SEED);
        int times = Boolean.getBoolean("fieldfall.long") ? 200 : 8;
        List<Callable<Void>> kills = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            var log = folder.resolve("kill-" + time + ".log");
            int millis = random.nextInt(150);
            String name = "seed " + SEED + ", kill " + time + " after " + millis + " ms";
            kills.add(() -> killAndRead(log, millis, name));
        }
        var crowd = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (var kill : crowd.invokeAll(kills)) {
                kill.get();
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    private static Void killAndRead(Path log, int millis, String name) throws Exception {
        var child = start(log);
        var said = new DataInputStream(child.getInputStream());
        long acknowledged = said.readLong();
        long kill = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < kill) {
            acknowledged = said.readLong();
        }
        // The process itself would close this end of the pipe too.
        child.toHandle().destroyForcibly();
        acknowledged = last(said, acknowledged);
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();

        var read = Log.read(log);

        assertThat(child.exitValue()).as(name).isEqualTo(128 + 9);
        assertThat(acknowledged).as(name).isPositive();
        assertThat(read.entries().size()).as(name).isGreaterThanOrEqualTo((int) acknowledged);
        assertThat(read.damages()).as(name).allMatch(damage -> damage.kind() == Damage.Kind.TORN_TAIL);
        assertThat(wrong(read)).as(name).isZero();
        assertThat(LogLock.isHeld(new LogFiles(log))).as(name).isFalse();
        return null;
    }

    /** The last number that came through whole before the process was dead. */
    private static long last(DataInputStream said, long before) throws IOException {
        long last = before;
        try {
            while (true) {
                last = said.readLong();
            }
        } catch (EOFException dead) {
            return last;
        }
    }

    /** How many entries are not the event of their number. */
    private static long wrong(Log log) {
        return IntStream.range(0, log.entries().size())
                .filter(i -> log.entries().get(i).sequence() != i + 1
                        || !bytes(log.entries().get(i).event()).equals(DUE.get(i % DUE.size())))
                .count();
    }

    private static ByteBuffer bytes(RunEvent event) {
        var payload = new PayloadWriter();
        EventForm.plain(event).encoder().accept(event, payload);
        return payload.writtenFrom(0);
    }

    private static Process start(Path log) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        return new ProcessBuilder(
                        java,
                        "-Xshare:auto",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        classes,
                        Recorder.class.getName(),
                        log.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The process to be killed: writes for ever and says the last acknowledged number whenever it is a new one. */
    static final class Recorder {

        private static final List<RunEvent> EVENTS =
                IntStream.range(0, 64).mapToObj(RunEvents::number).toList();

        private Recorder() {}

        public static void main(String[] arguments) throws IOException {
            var settings = LogSettings.USUAL.withSegments(SEGMENT_BYTES);
            var segments = new FileSegments(new LogFiles(Path.of(arguments[0])));
            var log = LogWriter.begin(segments, Log.RUN, InstantSource.system(), new HeardAlarm(), settings);
            long told = 0;
            try (var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out))) {
                for (int i = 0; log.lost() == 0; i++) {
                    while (log.recorded() - log.acknowledged() > 4000) {
                        LockSupport.parkNanos(100_000);
                    }
                    log.heard(EVENTS.get(i % EVENTS.size()));
                    if (log.acknowledged() > told) {
                        told = log.acknowledged();
                        out.writeLong(told);
                    }
                }
            }
        }
    }
}
