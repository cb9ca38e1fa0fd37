package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.store.LogReader;
import org.fieldfall.app.store.LogWriter;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.run.RecordTroubled;
import org.fieldfall.protocols.run.RecordTroubled.State;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.RigClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunEarTest {

    @TempDir
    private Path folder;

    private final Watcher watcher = new Watcher();
    private final Clock clock = new Clock();
    private final RecordAlarm alarm = new RecordAlarm(clock);

    @Test
    void putsTroublesOfTheRecordIntoTheRecordOnceItTakesThem() {
        var log = folder.resolve("run.log");
        try (var writer = LogWriter.open(log, new UUID(1, 2), InstantSource.system(), alarm);
                var ear = new RunEar(writer, alarm, watcher, clock)) {
            clock.seconds = 1;
            alarm.failed("disk full");
            ear.heard(new Remark(2, "kept in memory"));
            clock.seconds = 3;
            alarm.stalled("memory full");
            ear.heard(new Remark(4, "during the stall"));
            assertThat(watcher.heard).last().isEqualTo(new Remark(4, "during the stall"));
            clock.seconds = 5;
            alarm.recovered("writing");
        }

        List<RunEvent> recorded = new ArrayList<>();
        LogReader.read(log, entry -> recorded.add(entry.event()));
        assertThat(recorded)
                .containsExactly(
                        new RecordTroubled(1, State.FAILED, "disk full"),
                        new Remark(2, "kept in memory"),
                        new Remark(4, "during the stall"),
                        new RecordTroubled(3, State.STALLED, "memory full"),
                        new RecordTroubled(5, State.WRITING, "writing"));
        assertThat(watcher.heard)
                .containsExactly(
                        new RecordTroubled(1, State.FAILED, "disk full"),
                        new Remark(2, "kept in memory"),
                        new RecordTroubled(3, State.STALLED, "memory full"),
                        new Remark(4, "during the stall"),
                        new RecordTroubled(5, State.WRITING, "writing"));
        assertThat(alarm.missing()).containsExactly("memory full");
    }

    static final class Clock implements RigClock {

        private double seconds;

        @Override
        public double seconds() {
            return seconds;
        }

        @Override
        public boolean waitUntil(double until, Duration atMost) {
            return true;
        }

        @Override
        public void pace(Pace pace) {}
    }

    private static final class Watcher implements RunObserver {

        private final List<RunEvent> heard = new ArrayList<>();

        @Override
        public void began(List<FieldQuenchShot> shots, RigConfig.Source source, Path folder) {}

        @Override
        public void heard(RunEvent event) {
            heard.add(event);
        }
    }
}
