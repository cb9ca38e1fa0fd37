package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.fieldfall.protocols.run.RunEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log in several files is one log. */
class SegmentsTest {

    private static final int COUNT = 60;

    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void writes() {
        log = Log.inSegments(folder.resolve("run.log"), 600, events(COUNT));
    }

    @Test
    void isReadAsOneLogInSeveralFiles() throws Exception {
        assertThat(new LogFiles(log).present()).hasSizeGreaterThan(5);
        assertThat(folder.resolve("run.log.001")).exists();

        var read = Log.read(log);

        assertThat(read.sequences())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, COUNT).boxed().toList());
        assertThat(read.events()).usingRecursiveComparison().isEqualTo(events(COUNT));
        assertThat(read.damages()).isEmpty();
        assertThat(read.summary().isClosed()).isTrue();
        assertThat(read.summary().unknownFrames()).isZero();
        assertThat(read.summary().header()).contains(new LogHeader(1, 0, Log.RUN, 1));
    }

    @Test
    void namesASegmentThatIsMissingInTheMiddle() throws Exception {
        var lost = Log.numbersIn(folder.resolve("run.log.002"));
        Files.delete(folder.resolve("run.log.002"));

        var read = Log.read(log);

        assertThat(read.sequences()).hasSize(COUNT - lost.size()).doesNotContainAnyElementsOf(lost);
        assertThat(read.damages()).extracting(Damage::file).containsExactly("run.log.002", "run.log.003");
        assertThat(read.damages().get(0).kind()).isEqualTo(Damage.Kind.MISSING_SEGMENT);
        assertThat(read.damages().get(1).what()).contains("frames " + lost.get(0) + " to " + lost.get(lost.size() - 1));
    }

    @Test
    void namesTheFirstAndTheLastSegmentIfTheyAreMissing() throws Exception {
        var present = new LogFiles(log).present();
        int last = present.get(present.size() - 1);
        var first = Log.numbersIn(log);
        Files.delete(log);
        Files.delete(new LogFiles(log).segment(last));

        var read = Log.read(log);

        assertThat(read.events()).isNotEmpty();
        assertThat(read.summary().isClosed()).isFalse();
        assertThat(read.damages())
                .filteredOn(damage -> damage.kind() == Damage.Kind.MISSING_SEGMENT)
                .extracting(Damage::file)
                .containsExactly("run.log", new LogFiles(log).name(last));
        assertThat(read.damages()).anyMatch(damage -> damage.what().contains("frames 1 to " + first.size()));
    }

    @Test
    void passesOverASegmentOfAnotherRunAndOtherFilesOfTheFolder() throws Exception {
        byte[] segment = Files.readAllBytes(folder.resolve("run.log.001"));
        var header = new LogHeader(1, 1, new UUID(1, 2), 1).encoded();
        header.get(segment, 0, LogFormat.FILE_HEADER_BYTES);
        Files.write(folder.resolve("run.log.001"), segment);
        Files.writeString(folder.resolve("run.log.old"), "x", StandardCharsets.US_ASCII);
        Files.writeString(folder.resolve("run.log.0002"), "x", StandardCharsets.US_ASCII);

        var read = Log.read(log);

        assertThat(read.damages())
                .extracting(Damage::kind)
                .containsExactly(Damage.Kind.FILE_HEADER, Damage.Kind.MISSING_FRAMES);
        assertThat(read.damages().get(0).what()).contains("belongs to run 00000000-0000-0001-0000-000000000002");
    }

    @Test
    void isNotBegunBesideSegmentsOfAnotherLog() throws Exception {
        Files.delete(log);

        assertThatThrownBy(() -> LogWriter.open(log, Log.RUN, () -> Log.WALL, new HeardAlarm()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("there is a file of that name");
        assertThat(folder).isDirectoryNotContaining("glob:**.lock");
    }

    /** As a kill leaves it between making a file and writing its header. */
    @Test
    void callsALastSegmentWithoutItsHeaderTorn() throws Exception {
        var present = new LogFiles(log).present();
        var last = new LogFiles(log).segment(present.get(present.size() - 1));
        byte[] segment = Files.readAllBytes(last);

        for (int size : new int[] {0, 1, LogFormat.FILE_HEADER_BYTES - 1}) {
            Files.write(last, Arrays.copyOf(segment, size));

            assertThat(Log.read(log).damages())
                    .as("%d bytes", size)
                    .extracting(Damage::kind)
                    .containsExactly(Damage.Kind.TORN_TAIL);
        }
    }

    @Test
    void returnsTheSegmentsBehindATornOne() throws Exception {
        byte[] segment = Files.readAllBytes(folder.resolve("run.log.001"));
        Files.write(folder.resolve("run.log.001"), Arrays.copyOf(segment, segment.length - 60));

        var read = Log.read(log);

        assertThat(read.damages())
                .extracting(Damage::kind)
                .containsExactly(Damage.Kind.TORN_TAIL, Damage.Kind.MISSING_FRAMES);
        assertThat(read.damages().get(0).file()).isEqualTo("run.log.001");
        assertThat(read.sequences()).contains((long) COUNT);
    }

    private static List<RunEvent> events(int count) {
        return LongStream.range(0, count).mapToObj(RunEvents::number).toList();
    }
}
