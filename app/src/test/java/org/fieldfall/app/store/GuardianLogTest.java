package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.fieldfall.app.store.GuardianLog.Entry;
import org.fieldfall.app.store.GuardianLog.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardianLogTest {

    private static final Instant AT = Instant.parse("2026-11-28T12:00:00.5Z");

    @TempDir
    private Path folder;

    private GuardianLog log() {
        return new GuardianLog(folder.resolve("guardian.log"));
    }

    @Test
    void tellsWhatWasWrittenAndPassesOverWhatIsNoLineOfIts() throws IOException {
        var armed = new Entry(AT, Kind.ARMED, "pid 2 watches pid 1");
        log().add(armed);
        Files.write(log().file(), new byte[] {(byte) 0xff, '\n', 'x', ' ', 'y', '\n'}, StandardOpenOption.APPEND);
        Files.writeString(log().file(), AT + " dance on the table\n", StandardOpenOption.APPEND);
        log().add(new Entry(AT, Kind.STEP, "supply:\nanswered"));

        assertThat(log().all()).containsExactly(armed, new Entry(AT, Kind.STEP, "supply: | answered"));
    }

    @Test
    void aRunThatEndedByItselfNeededNoIntervention() {
        assertThat(log().intervention()).isEmpty();
        log().add(new Entry(AT, Kind.ARMED, "pid 2 watches pid 1"));
        log().add(new Entry(AT, Kind.FAREWELL, "farewell, safe"));

        assertThat(log().intervention()).isEmpty();
        assertThat(log().isBroughtToSafety()).isFalse();
    }

    @Test
    void aLostRunIsToldWithItsEnd() {
        log().add(new Entry(AT, Kind.LOST, "pipe ended"));
        assertThat(log().intervention())
                .hasValueSatisfying(words -> assertThat(words)
                        .contains(
                                "lost the run at 2026-11-28T12:00:00.500Z (pipe ended)",
                                "has not told what became of it"));

        log().add(new Entry(AT, Kind.FAULT, "look at the rig"));
        assertThat(log().intervention())
                .hasValueSatisfying(words -> assertThat(words).contains("DID NOT SEE THE RIG SAFE"));
        assertThat(log().isBroughtToSafety()).isFalse();
    }
}
