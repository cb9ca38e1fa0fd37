package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.fieldfall.protocols.run.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that writes at full load (kill -9) and looks for what it had acknowledged. */
class LogKillTest {

    private static final long SEED = 20261122;

    @TempDir
    Path folder;

    @Test
    void losesNothingAcknowledgedWhenTheProcessIsKilled() throws Exception {
        var random = new Random(SEED);
        int times = Boolean.getBoolean("fieldfall.long") ? 20 : 2;

        for (int time = 0; time < times; time++) {
            killAndRead(folder.resolve("kill-" + time), random.nextInt(400), "seed " + SEED + ", kill " + time);
        }
    }

    private static void killAndRead(Path run, int millis, String name) throws Exception {
        Files.createDirectory(run);
        var child = start(run);
        awaitFirstAcknowledgement(run, child);
        assertThat(child.waitFor(millis, TimeUnit.MILLISECONDS)).as(name).isFalse();
        child.destroyForcibly();
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();

        long acknowledged = acknowledged(run);
        var log = Log.read(run.resolve("run.log"));

        assertThat(child.exitValue()).as(name).isEqualTo(128 + 9);
        assertThat(log.entries().size()).as(name).isGreaterThanOrEqualTo((int) acknowledged);
        assertThat(log.damages()).as(name).allMatch(damage -> damage.kind() == Damage.Kind.TORN_TAIL);
        assertThat(wrong(log)).as(name).isZero();
    }

    /** How many entries are not the event of their number. */
    private static long wrong(Log log) {
        return IntStream.range(0, log.entries().size())
                .filter(i -> log.entries().get(i).sequence() != i + 1
                        || !bytes(log.entries().get(i).event()).equals(bytes(RunEvents.number(i))))
                .count();
    }

    private static ByteBuffer bytes(RunEvent event) {
        var payload = new PayloadWriter();
        EventForm.plain(event).encoder().accept(event, payload);
        return payload.writtenFrom(0);
    }

    private static Process start(Path run) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        return new ProcessBuilder(java, "-cp", classes, Recorder.class.getName(), run.toString())
                .redirectErrorStream(true)
                .redirectOutput(run.resolve("output").toFile())
                .start();
    }

    private static void awaitFirstAcknowledgement(Path run, Process child) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (acknowledged(run) == 0) {
            boolean hasEnded = child.waitFor(2, TimeUnit.MILLISECONDS);
            assertThat(hasEnded).as(() -> output(run)).isFalse();
            assertThat(System.nanoTime()).isLessThan(until);
        }
    }

    private static String output(Path run) {
        try {
            return Files.readString(run.resolve("output"));
        } catch (IOException failure) {
            return failure.toString();
        }
    }

    private static long acknowledged(Path run) throws IOException {
        var file = run.resolve("acknowledged");
        return Files.exists(file) && Files.size(file) == Long.BYTES
                ? ByteBuffer.wrap(Files.readAllBytes(file)).getLong()
                : 0;
    }

    /** The process to be killed: writes for ever and keeps the last acknowledged number in a file beside the log. */
    static final class Recorder {

        private Recorder() {}

        public static void main(String[] arguments) throws IOException {
            var run = Path.of(arguments[0]);
            var beside = FileChannel.open(
                    run.resolve("acknowledged"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            var log = LogWriter.open(run.resolve("run.log"), Log.RUN, InstantSource.system(), new HeardAlarm());
            for (long i = 0; i < 20_000_000 && log.lost() == 0; i++) {
                while (log.recorded() - log.acknowledged() > 4000) {
                    LockSupport.parkNanos(100_000);
                }
                log.heard(RunEvents.number(i));
                note(beside, log.acknowledged());
            }
        }

        private static void note(FileChannel beside, long acknowledged) throws IOException {
            var number = ByteBuffer.allocate(Long.BYTES).putLong(acknowledged).flip();
            beside.write(number, 0);
        }
    }
}
