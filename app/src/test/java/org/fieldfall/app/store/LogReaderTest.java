package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RunEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReaderTest {

    private static final long SEED = 20261127;

    @TempDir
    Path folder;

    private Path scratch;

    @BeforeEach
    void scratch() {
        scratch = folder.resolve("scratch.log");
    }

    @Test
    void bringsBackEveryKindOfEvent() {
        var events = RunEvents.oneOfEach();

        var log = Log.read(Log.written(folder.resolve("run.log"), events));

        assertThat(events.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(RunEvent.class.getPermittedSubclasses());
        assertThat(log.events())
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(events);
        assertThat(log.entries()).allMatch(entry -> entry.wall().equals(Log.WALL));
        assertThat(log.sequences())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L);
        assertThat(log.summary().isClosed()).isTrue();
        assertThat(log.damages()).isEmpty();
        assertThat(log.summary().header()).contains(new LogHeader(1, 0, Log.RUN, 1));
    }

    @Test
    void opensALogCutAtEveryByteOfItsTail() throws Exception {
        boolean isLong = Boolean.getBoolean("fieldfall.long");
        int tail = isLong ? 64 << 10 : 8 << 10;
        byte[] whole = series(isLong ? 700 : 120);
        var series = folder.resolve("series.log");
        var ends = frameEnds(whole);

        assertThat(whole.length).isGreaterThan(tail);
        for (int size = whole.length - 1; size >= whole.length - tail; size--) {
            cut(series, size);
            var log = Log.read(series);

            int end = size;
            long expected = ends.stream().filter(each -> each <= end).count();
            boolean isAtBorder = ends.contains(size);
            assertThat(log.summary().isClosed()).isFalse();
            assertThat(log.events()).as("cut at %s", size).hasSize((int) expected);
            assertThat(log.damages()).hasSize(isAtBorder ? 0 : 1);
            assertThat(log.damages())
                    .allMatch(damage -> damage.kind() == Damage.Kind.TORN_TAIL
                            && damage.offset() + damage.bytes() == end
                            && damage.offset() == ends.get((int) expected - 1));
        }
    }

    @Test
    void opensALogCutInsideItsFileHeader() throws Exception {
        byte[] whole = series(3);

        for (int size = 0; size < LogFormat.FILE_HEADER_BYTES; size++) {
            var log = Log.of(scratch, head(whole, size));

            assertThat(log.events()).isEmpty();
            assertThat(log.damages()).extracting(Damage::kind).containsExactly(Damage.Kind.FILE_HEADER);
        }
    }

    @Test
    void returnsEverythingOutsideAFlippedByteAndNamesIt() throws Exception {
        byte[] whole = Files.readAllBytes(Log.written(folder.resolve("run.log"), RunEvents.oneOfEach()));
        var ends = frameEnds(whole);

        int bitStep = Boolean.getBoolean("fieldfall.long") ? 1 : 23;
        for (int bit = 0; bit < 8 * whole.length; bit += bitStep) {
            int at = bit / 8;
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << (bit % 8));

            var log = Log.of(scratch, flipped);

            long hit = at < LogFormat.FILE_HEADER_BYTES
                    ? 0
                    : 1 + ends.stream().filter(end -> end <= at).count();
            assertThat(log.sequences())
                    .as("bit %s", bit)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 17)
                            .filter(each -> each != hit)
                            .boxed()
                            .toList());
            assertThat(log.damages()).hasSize(1);
            assertThat(log.damages().get(0).offset()).isLessThanOrEqualTo(at);
            assertThat(log.damages().get(0).offset() + log.damages().get(0).bytes())
                    .isGreaterThan(at);
        }
    }

    @Test
    void returnsEverythingOutsideAByteThatIsWrongAnywhereInItsTail() throws Exception {
        boolean isLong = Boolean.getBoolean("fieldfall.long");
        var events = LongStream.range(0, 700).mapToObj(RunEvents::number).toList();
        var file = Log.inSegments(folder.resolve("run.log"), Long.MAX_VALUE, events);
        byte[] whole = Files.readAllBytes(file);
        var ends = frameEnds(whole);
        var random = new Random(SEED);
        int step = isLong ? 1 : 250;

        assertThat(whole.length).isGreaterThan(64 << 10);
        for (int at = whole.length - (64 << 10); at < whole.length; at += 1 + random.nextInt(2 * step - 1)) {
            byte wrong = (byte) (whole[at] ^ (1 + random.nextInt(255)));
            put(file, at, wrong);
            var log = Log.read(file);
            put(file, at, whole[at]);

            int here = at;
            long hit = 1 + ends.stream().filter(end -> end <= here).count();
            String name = "seed " + SEED + ", byte " + at + " is " + wrong;
            assertThat(log.sequences()).as(name).hasSize(hit > 700 ? 700 : 699).doesNotContain(hit);
            assertThat(log.damages())
                    .as(name)
                    .singleElement()
                    .satisfies(damage -> assertThat(here)
                            .isBetween((int) damage.offset(), (int) (damage.offset() + damage.bytes() - 1)));
        }
    }

    @Test
    void findsItsWayAfterBytesWereCutOutOfTheMiddle() throws Exception {
        byte[] whole = series(40);
        var ends = frameEnds(whole);
        int from = ends.get(9) + 5;
        int to = ends.get(12) + 7;

        var log = Log.of(scratch, without(whole, from, to));

        assertThat(log.sequences())
                .hasSize(36)
                .doesNotContain(11L, 12L, 13L, 14L)
                .contains(10L, 15L, 40L);
        assertThat(log.damages()).hasSize(1);
        assertThat(log.damages().get(0).offset()).isEqualTo(ends.get(9).longValue());
        assertThat(log.damages().get(0).what()).contains("frames 11 to 14");
    }

    @Test
    void namesFramesThatAreMissingWithoutATrace() throws Exception {
        byte[] whole = series(20);
        var ends = frameEnds(whole);

        var log = Log.of(scratch, without(whole, ends.get(4), ends.get(7)));

        assertThat(log.events()).hasSize(17);
        assertThat(log.damages()).singleElement().satisfies(damage -> {
            assertThat(damage.kind()).isEqualTo(Damage.Kind.MISSING_FRAMES);
            assertThat(damage.what()).contains("frames 6 to 8");
        });
    }

    @Test
    void passesOverFramesItDoesNotKnowAndCountsThem() throws Exception {
        var file = new PayloadWriter();
        frame(file, 0xBF, 1, 1, () -> file.text("a compressed column block of a later version"));
        frame(file, 0x0A, 2, 2, () -> file.text("a remark of a later version"));
        frame(
                file,
                0x0A,
                1,
                3,
                () -> EventForm.plain(new Remark(0, "")).encoder().accept(new Remark(1, "known"), file));

        var log = Log.of(scratch, withHeader(file));

        assertThat(log.events()).containsExactly(new Remark(1, "known"));
        assertThat(log.summary().unknownFrames()).isEqualTo(2);
        assertThat(log.damages()).isEmpty();
    }

    @Test
    void namesAFrameWhoseContentIsNotWhatItsTypePromises() throws Exception {
        var file = new PayloadWriter();
        frame(file, 0x0A, 1, 1, () -> file.f64(1));
        frame(file, 0x02, 1, 2, () -> file.i64(0));

        var log = Log.of(scratch, withHeader(file));

        assertThat(log.events()).isEmpty();
        assertThat(log.damages())
                .extracting(Damage::kind)
                .containsOnly(Damage.Kind.CONTENT)
                .hasSize(2);
    }

    @Test
    void doesNotTakeZerosBehindTheLastFrameForFrames() throws Exception {
        byte[] whole = series(5);
        byte[] padded = Arrays.copyOf(whole, whole.length + 5000);

        var log = Log.of(scratch, padded);

        assertThat(log.events()).hasSize(5);
        assertThat(log.damages()).extracting(Damage::kind).containsExactly(Damage.Kind.GARBLED);
    }

    @Test
    void saysWhichFileCannotBeRead() {
        assertThatThrownBy(() -> Log.read(folder.resolve("absent.log")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("absent.log");
    }

    private byte[] series(int count) throws Exception {
        var events = LongStream.range(0, count).mapToObj(RunEvents::number).toList();
        return Files.readAllBytes(Log.written(folder.resolve("series.log"), events));
    }

    /** Where each frame ends, found by the lengths alone. */
    static List<Integer> frameEnds(byte[] log) {
        var bytes = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
        var ends = new ArrayList<Integer>();
        int at = LogFormat.FILE_HEADER_BYTES;
        while (at < log.length) {
            at += LogFormat.FRAME_HEADER_BYTES + bytes.getInt(at + 24) + LogFormat.CHECKSUM_BYTES;
            ends.add(at);
        }
        return ends;
    }

    private static void frame(PayloadWriter file, int type, int version, long sequence, Runnable payload) {
        FrameHead.frame(file, type, version, sequence, 0, payload);
    }

    private static byte[] withHeader(PayloadWriter frames) {
        var header = new LogHeader(1, 0, Log.RUN, 1).encoded();
        var body = frames.writtenFrom(0);
        byte[] whole = new byte[header.remaining() + body.remaining()];
        ByteBuffer.wrap(whole).put(header).put(body);
        return whole;
    }

    private static void put(Path file, long at, byte value) throws Exception {
        try (var open = FileChannel.open(file, StandardOpenOption.WRITE)) {
            open.write(ByteBuffer.wrap(new byte[] {value}), at);
        }
    }

    private static void cut(Path file, int size) throws Exception {
        try (var open = FileChannel.open(file, StandardOpenOption.WRITE)) {
            open.truncate(size);
        }
    }

    private static byte[] head(byte[] whole, int size) {
        return Arrays.copyOf(whole, size);
    }

    private static byte[] without(byte[] whole, int from, int to) {
        byte[] rest = Arrays.copyOf(whole, whole.length - (to - from));
        System.arraycopy(whole, to, rest, from, whole.length - to);
        return rest;
    }
}
