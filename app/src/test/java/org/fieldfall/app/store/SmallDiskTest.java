package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A real file system of one megabyte that fills up; needs the right to mount one. */
@EnabledIfSystemProperty(named = "fieldfall.long", matches = "true")
@Timeout(120)
class SmallDiskTest {

    @TempDir
    Path disk;

    private final HeardAlarm alarm = new HeardAlarm();
    private boolean isMounted;

    @AfterEach
    void unmount() throws Exception {
        if (isMounted) {
            succeeds("umount", disk.toString());
        }
    }

    @Test
    void losesNothingAcknowledgedWhenItIsFullAndGoesOnOnceThereIsRoom() throws Exception {
        isMounted = succeeds("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
        assumeTrue(isMounted, "a small file system could not be mounted here");
        var ballast = Files.write(disk.resolve("ballast"), new byte[512 << 10]);
        var file = disk.resolve("run.log");

        long acknowledgedWhenFull;
        long count = 0;
        try (var log = LogWriter.open(file, Log.RUN, InstantSource.system(), alarm)) {
            while (alarm.failures.isEmpty()) {
                while (log.recorded() - log.acknowledged() > 1000 && alarm.failures.isEmpty()) {
                    LockSupport.parkNanos(100_000);
                }
                log.heard(RunEvents.number(count++));
            }
            acknowledgedWhenFull = log.acknowledged();
            assertThat(Log.read(file).entries().size()).isGreaterThanOrEqualTo((int) acknowledgedWhenFull);

            Files.delete(ballast);
            while (log.acknowledged() < log.recorded()) {
                LockSupport.parkNanos(100_000);
            }
        }

        assertThat(acknowledgedWhenFull).isPositive();
        assertThat(alarm.failures).singleElement().asString().contains("No space left on device");
        assertThat(alarm.recoveries).hasSize(1);
        assertThat(alarm.stalls).isEmpty();
        var read = Log.read(file);
        assertThat(read.entries()).hasSize((int) count);
        assertThat(read.damages()).isEmpty();
        assertThat(read.summary().isClosed()).isTrue();
    }

    private static boolean succeeds(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 && said.isEmpty();
    }
}
