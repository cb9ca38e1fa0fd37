package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.fieldfall.protocols.run.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogWriterTest {

    private static final LogSettings HASTY = new LogSettings(
            4,
            1 << 20,
            Duration.ofMillis(30),
            Duration.ofMillis(5),
            Duration.ofMillis(5),
            Duration.ofMillis(300),
            1 << 20);

    /** A remark of six letters: head, rig time, length, letters, checksum. */
    private static final int REMARK_FRAME = 32 + 8 + 4 + 6 + 4;

    @TempDir
    Path folder;

    private final BrokenDisk disk = new BrokenDisk();
    private final HeardAlarm alarm = new HeardAlarm();

    @Test
    void acknowledgesWithoutBeingAskedAndCanBeReadWhileItIsWriting() throws Exception {
        var file = folder.resolve("run.log");

        try (var log = LogWriter.open(file, Log.RUN, () -> Log.WALL, alarm)) {
            for (long i = 0; i < 300; i++) {
                log.heard(RunEvents.number(i));
            }
            eventually(() -> log.acknowledged() == 300);

            var soFar = Log.read(file);
            assertThat(soFar.events()).hasSize(300);
            assertThat(soFar.damages()).isEmpty();
            assertThat(soFar.summary().isClosed()).isFalse();
        }
        assertThat(Log.read(file).summary().isClosed()).isTrue();
        alarm.assertSilent();
    }

    @Test
    void refusesToWriteOverAnotherLog() throws Exception {
        var file = Files.writeString(folder.resolve("run.log"), "precious");

        assertThatThrownBy(() -> LogWriter.open(file, Log.RUN, () -> Log.WALL, alarm))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("run.log");
        assertThat(file).hasContent("precious");
    }

    @Test
    void letsTheRunGoOnWhenTheDiskStandsStillAndCountsWhatIsLost() throws Exception {
        var log = begin();
        log.heard(new Remark(0, "before"));
        eventually(() -> log.acknowledged() == 1);

        disk.hangs();
        long start = System.nanoTime();
        for (int i = 1; i <= 1000; i++) {
            log.heard(new Remark(i, "during"));
        }
        var waited = Duration.ofNanos(System.nanoTime() - start);
        disk.goesOn();
        eventually(() -> log.acknowledged() == log.recorded());
        log.heard(new Remark(2000, "after"));
        log.close();

        assertThat(waited).isLessThan(Duration.ofSeconds(2));
        assertThat(alarm.stalls).hasSize(1);
        assertThat(alarm.recoveries).hasSize(1);
        var found = readDisk();
        assertThat(log.lost()).isBetween(980L, 996L);
        assertThat(found.summary().lostEvents()).isEqualTo(log.lost());
        assertThat(found.events()).hasSize((int) (1002 - log.lost())).endsWith(new Remark(2000, "after"));
        assertThat(found.damages()).isEmpty();
    }

    @Test
    void cutsTheTornFrameOffWhenTheDiskIsFullAndLosesNothingAcknowledged() throws Exception {
        disk.fillsUpAt(1000);
        var log = begin();

        for (long i = 0; alarm.failures.isEmpty(); i++) {
            log.heard(new Remark(i, "remark"));
            assertThat(i).isLessThan(100);
            long now = i + 1;
            eventually(() -> log.acknowledged() == now || !alarm.failures.isEmpty());
        }
        log.close();

        long acknowledged = log.acknowledged();
        assertThat(acknowledged).isEqualTo((1000 - LogFormat.FILE_HEADER_BYTES) / REMARK_FRAME);
        assertThat(readDisk().sequences()).hasSize((int) acknowledged);
        assertThat(readDisk().damages()).isEmpty();
        assertThat(alarm.failures).hasSize(2);
        assertThat(alarm.failures.get(0)).contains("No space left");
        assertThat(alarm.failures.get(1)).contains("given up at closing", "frame " + acknowledged);
    }

    @Test
    void keepsTheWholeFramesOfAWriteThatWasCutShort() throws Exception {
        var batch = new LogBatch(0);
        for (int i = 1; i <= 3; i++) {
            batch.add(new LogQueue.Waiting(i, 0, new Remark(i, "remark"), 0, 0), true);
        }
        int frame = batch.size() / 3;

        assertThat(batch.wholeBytes(frame - 1)).isZero();
        assertThat(batch.wholeBytes(frame)).isEqualTo(frame);
        assertThat(batch.wholeBytes(3 * frame - 1)).isEqualTo(2 * frame);
        assertThat(batch.wholeBytes(3 * frame)).isEqualTo(3 * frame);
        assertThat(batch.drop(frame)).isEqualTo(1);
        assertThat(batch.size()).isEqualTo(2 * frame);
        assertThat(batch.drop(2 * frame)).isEqualTo(3);
    }

    @Test
    void writesEverythingOnceThereIsRoomAgain() throws Exception {
        disk.fillsUpAt(200);
        var log = begin();
        for (int i = 0; i < 4; i++) {
            log.heard(new Remark(i, "remark " + i));
        }
        eventually(() -> !alarm.failures.isEmpty());

        disk.fillsUpAt(Integer.MAX_VALUE);
        eventually(() -> log.acknowledged() == 4);
        log.close();

        assertThat(alarm.failures).hasSize(1);
        assertThat(alarm.recoveries).hasSize(1);
        assertThat(readDisk().events()).hasSize(4);
        assertThat(readDisk().damages()).isEmpty();
    }

    @Test
    void writesAgainWhatAFailedForceMayHaveDropped() throws Exception {
        var log = begin();
        log.heard(new Remark(0, "safe"));
        eventually(() -> log.acknowledged() == 1);

        disk.forces(false);
        log.heard(new Remark(1, "dropped by the system"));
        eventually(() -> !alarm.failures.isEmpty());
        long whileFailing = log.acknowledged();
        disk.forces(true);
        eventually(() -> log.acknowledged() == 2);
        log.close();

        assertThat(whileFailing).isEqualTo(1);
        assertThat(Log.of(folder.resolve("forced.log"), disk.forced()).events())
                .containsExactly(new Remark(0, "safe"), new Remark(1, "dropped by the system"));
    }

    @Test
    void goesOnWhereItWasWhenALostDiskComesBack() throws Exception {
        var log = begin();
        log.heard(new Remark(0, "before"));
        eventually(() -> log.acknowledged() == 1);

        disk.isPluggedIn(false);
        log.heard(new Remark(1, "while it was away"));
        eventually(() -> !alarm.failures.isEmpty());
        disk.isPluggedIn(true);
        eventually(() -> log.acknowledged() == 2);
        log.close();

        assertThat(alarm.failures).singleElement().asString().contains("No such device");
        assertThat(alarm.recoveries).hasSize(1);
        assertThat(readDisk().events()).containsExactly(new Remark(0, "before"), new Remark(1, "while it was away"));
        assertThat(readDisk().damages()).isEmpty();
    }

    @Test
    void growsOnInItsFileWhereThereCanBeNoNextOne() throws Exception {
        var log = LogWriter.begin(disk, Log.RUN, () -> Log.WALL, alarm, HASTY.withSegments(100));

        for (long i = 1; i <= 5; i++) {
            long now = i;
            log.heard(new Remark(i, "remark"));
            eventually(() -> log.acknowledged() == now);
        }
        log.close();

        assertThat(readDisk().events()).hasSize(5);
        assertThat(readDisk().damages()).isEmpty();
        alarm.assertSilent();
    }

    @Test
    void closesInBoundedTimeWhenTheDiskHangs() throws Exception {
        var log = begin();
        disk.hangs();
        log.heard(new Remark(0, "never there"));

        long start = System.nanoTime();
        log.close();
        var took = Duration.ofNanos(System.nanoTime() - start);
        disk.goesOn();

        assertThat(took).isBetween(Duration.ofMillis(290), Duration.ofSeconds(5));
        assertThat(alarm.failures).singleElement().asString().contains("nothing after frame 0");
        assertThat(disk.isClosedWithin(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void isNotHurtByAnInterruptOfTheRecordingThread() throws Exception {
        var log = begin();

        Thread.currentThread().interrupt();
        log.heard(new Remark(0, "on the way out"));
        log.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(readDisk().events()).containsExactly(new Remark(0, "on the way out"));
        assertThat(readDisk().summary().isClosed()).isTrue();
    }

    @Test
    void writesDownThatAnEventCannotBeWritten() throws Exception {
        var log = begin();

        log.heard(new Remark(0, "x".repeat(LogFormat.LARGEST_PAYLOAD)));
        log.heard(new Remark(1, "next"));
        eventually(() -> log.acknowledged() == 2);
        log.close();

        assertThat(readDisk().events()).containsExactly(new Remark(1, "next"));
        assertThat(readDisk().summary().lostEvents()).isEqualTo(1);
        assertThat(readDisk().damages()).isEmpty();
    }

    @Test
    void countsEventsThatComeAfterClosingAsLost() throws Exception {
        var log = begin();
        log.close();

        log.heard(new Remark(0, "too late"));

        assertThat(log.lost()).isEqualTo(1);
        assertThat(alarm.stalls).hasSize(1);
    }

    private LogWriter begin() throws Exception {
        return LogWriter.begin(disk, Log.RUN, () -> Log.WALL, alarm, HASTY);
    }

    private Log readDisk() {
        return Log.of(folder.resolve("disk.log"), disk.bytes());
    }

    private static void eventually(BooleanSupplier isTrue) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!isTrue.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(200_000);
        }
    }
}
