package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.fieldfall.protocols.run.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {

    @TempDir
    Path folder;

    private final List<LogEntry> heard = new ArrayList<>();

    @Test
    void handsEachFrameOverOnceItIsWholeHoweverTheBytesCome() throws Exception {
        byte[] whole = Files.readAllBytes(Log.written(folder.resolve("run.log"), events(12)));
        var growing = Files.createFile(folder.resolve("growing.log"));

        try (var follower = LogFollower.of(growing)) {
            for (int end = 1; end <= whole.length; end++) {
                append(growing, whole, end - 1, end);
                follower.poll(heard::add);
                int soFar = heard.size();
                follower.poll(heard::add);
                assertThat(heard).hasSize(soFar);
                assertThat(follower.summary().isClosed()).isEqualTo(end == whole.length);
            }

            assertThat(follower.summary().damages()).isEmpty();
        }
        assertThat(heard)
                .usingRecursiveComparison()
                .isEqualTo(Log.of(folder.resolve("again.log"), whole).entries());
    }

    @Test
    void followsIntoSegmentsThatComeWhileItReads() throws Exception {
        var log = Log.inSegments(folder.resolve("run.log"), 600, events(60));
        var copy = Files.createDirectory(folder.resolve("copy"));
        var present = new LogFiles(log).present();
        Files.copy(log, copy.resolve("run.log"));

        try (var follower = LogFollower.of(copy.resolve("run.log"))) {
            for (int number : present) {
                if (number > 0) {
                    var segment = new LogFiles(log).segment(number);
                    Files.copy(segment, copy.resolve(segment.getFileName()));
                }
                follower.poll(heard::add);
                assertThat(follower.summary().isClosed()).isEqualTo(number == present.size() - 1);
            }

            assertThat(follower.summary().damages()).isEmpty();
        }
        assertThat(heard.stream().map(LogEntry::sequence))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
    }

    @Test
    void takesATailThatIsWrittenAgainAndNamesDamageOnceSomethingStandsBehindIt() throws Exception {
        byte[] whole = Files.readAllBytes(Log.written(folder.resolve("run.log"), events(3)));
        var file = Files.createFile(folder.resolve("growing.log"));
        var ends = LogReaderTest.frameEnds(whole);
        append(file, whole, 0, ends.get(0));

        try (var follower = LogFollower.of(file)) {
            append(file, new byte[20], 0, 20);
            follower.poll(heard::add);
            assertThat(heard).hasSize(1);
            assertThat(follower.summary().damages()).extracting(Damage::kind).containsExactly(Damage.Kind.GARBLED);

            cut(file, ends.get(0));
            append(file, whole, ends.get(0), ends.get(1));
            follower.poll(heard::add);
            assertThat(heard).hasSize(2);
            assertThat(follower.summary().damages()).isEmpty();

            append(file, new byte[20], 0, 20);
            append(file, whole, ends.get(1), whole.length);
            follower.poll(heard::add);
            assertThat(heard).hasSize(3);
            assertThat(follower.summary().damages())
                    .containsExactly(new Damage(
                            "growing.log", ends.get(1), 20, Damage.Kind.GARBLED, "foreign bytes before frame 3"));
        }
    }

    private static List<RunEvent> events(int count) {
        return LongStream.range(0, count).mapToObj(RunEvents::number).toList();
    }

    private static void append(Path file, byte[] bytes, int from, int to) throws Exception {
        try (var open = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            open.write(ByteBuffer.wrap(bytes, from, to - from));
        }
    }

    private static void cut(Path file, int size) throws Exception {
        try (var open = FileChannel.open(file, StandardOpenOption.WRITE)) {
            open.truncate(size);
        }
    }
}
