package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.ScalarRead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    @TempDir
    Path path;

    private RunFolder folder;

    @BeforeEach
    void begins() {
        ManifestTest.begun(OptionalLong.empty()).write(path.resolve("manifest.json"));
        folder = RunFolder.at(path);
    }

    @Test
    void countsWhatIsThereAndWhatIsMissingOfEachChannel() throws Exception {
        killed(shot());

        var recovery = Recovery.of(folder);

        // Taken from 10.0 s on; the log ends at 10.455 s: 46 readings were due, 10 were left out and 6 not drained.
        assertThat(recovery.channels())
                .extracting(HeldReadings::toString)
                .containsExactly(
                        "sample-temperature, acquisition 1: 30 of 46 readings",
                        "field, acquisition 2: 5 of 5 readings",
                        "bath-temperature: 2 readings");
        assertThat(recovery.gaps())
                .containsExactly(
                        new Gap("sample-temperature", 1, 20, 10, 0.2, 0.29),
                        new Gap("sample-temperature", 1, 40, 6, 0.4, 0.45));
        assertThat(recovery.phase()).contains("relax");
        assertThat(recovery.last()).get().extracting(LogEntry::sequence).isEqualTo(11L);
    }

    @Test
    void writesWhatItFoundIntoTheManifestAndLeavesTheLogAlone() throws Exception {
        killed(shot());
        byte[] log = Files.readAllBytes(folder.log());

        var written = Recovery.of(folder).write(() -> NOW);

        assertThat(Manifest.read(folder.manifest())).isEqualTo(written);
        assertThat(written.ending().status()).isEqualTo(EndStatus.RECOVERED);
        assertThat(written.ending().at()).isEqualTo(NOW);
        assertThat(written.ending().why())
                .isEqualTo("the log ends without being closed; the last event is frame 11 of "
                        + "2026-11-22T23:59:59.123456789Z, in the phase relax");
        assertThat(written.dataQuality().mark()).isEqualTo("marked");
        assertThat(written.dataQuality().remarks())
                .containsExactly(
                        "sample-temperature, acquisition 1: 30 of 46 readings",
                        "sample-temperature, acquisition 1: 10 readings missing from 0.200 s to 0.290 s after its start",
                        "sample-temperature, acquisition 1: 6 readings missing from 0.400 s to 0.450 s after its start");
        assertThat(folder.log()).hasBinaryContent(log);
        assertThat(Recovery.of(folder).write(() -> NOW)).isEqualTo(written);
    }

    @Test
    void namesATornTailAndEventsThatWereLost() throws Exception {
        killed(shot());
        byte[] log = Files.readAllBytes(folder.log());
        Files.write(folder.log(), Arrays.copyOf(log, log.length - 7));

        var recovery = Recovery.of(folder);

        assertThat(recovery.last()).get().extracting(LogEntry::sequence).isEqualTo(10L);
        assertThat(recovery.remarks().get(0)).startsWith("run.log at byte ").endsWith("the file ends inside a frame");
    }

    @Test
    void recoversARunWhoseLogWasNeverBegun() {
        var written = Recovery.of(folder).write(() -> NOW);

        assertThat(written.ending().why()).isEqualTo("the log ends without being closed; it holds no event");
        assertThat(written.dataQuality().remarks()).singleElement().asString().contains("run.log", "missing");
    }

    @Test
    void recoversAnAbortedRunWhoseLogWasNotClosedAndNoOther() throws Exception {
        ending(EndStatus.ABORTED);
        killed(shot());

        assertThat(Recovery.of(folder).refusal()).isEmpty();

        Files.delete(folder.log());
        Log.written(folder.log(), shot());
        assertThatThrownBy(() -> Recovery.of(folder).write(() -> NOW))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("ended as aborted", "nothing to recover");
        assertThat(Manifest.read(folder.manifest()).ending().status()).isEqualTo(EndStatus.ABORTED);
    }

    @Test
    void leavesARunThatGoesOnAlone() {
        var alarm = new HeardAlarm();
        try (var log = LogWriter.open(folder.log(), Log.RUN, () -> Log.WALL, alarm)) {
            log.heard(shot().get(0));

            assertThatThrownBy(() -> Recovery.of(folder).write(() -> NOW))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("goes on");
        }
        alarm.assertSilent();
        assertThat(Recovery.of(folder).refusal()).isEmpty();
        assertThat(path).isDirectoryNotContaining("glob:**.lock");
    }

    /** A thermometer that misses a block, a field monitor that ends with the sweep, and an end in the middle. */
    private static List<RunEvent> shot() {
        List<RunEvent> events = new ArrayList<>();
        events.add(new PhaseStarted(9.9, "sweep", 10));
        events.add(new ScalarRead(10, "bath-temperature", 4, "K", 4, "K"));
        events.add(block(10.105, "sample-temperature", 1, 0, 10));
        events.add(block(10.2, "field", 2, 0, 5));
        events.add(block(10.19, "sample-temperature", 1, 10, 10));
        events.add(new PhaseEnded(10.3, "sweep", Quality.GOOD, ""));
        events.add(new PhaseStarted(10.3, "relax", 60));
        events.add(block(10.395, "sample-temperature", 1, 30, 10));
        events.add(new ScalarRead(10.4, "bath-temperature", 4, "K", 4, "K"));
        events.add(new PhaseStarted(10.4, "relax", 60));
        events.add(new PhaseStarted(10.455, "relax", 60));
        return events;
    }

    private static BlockTaken block(double seconds, String channel, int acquisition, long first, int count) {
        return new BlockTaken(seconds, channel, acquisition, new SampleBlock(first, 0.01, new double[count]), "V");
    }

    /** A log without its last frame, the one of 44 bytes that closes it. */
    private void killed(List<RunEvent> events) throws Exception {
        Log.written(folder.log(), events);
        byte[] whole = Files.readAllBytes(folder.log());
        Files.write(folder.log(), Arrays.copyOf(whole, whole.length - 44));
    }

    private void ending(EndStatus status) {
        var manifest = Manifest.read(folder.manifest());
        manifest.withEnding(new Manifest.Ending(status, "", NOW), manifest.dataQuality())
                .write(folder.manifest());
    }
}
