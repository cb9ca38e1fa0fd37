package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.RowsTaken;
import org.fieldfall.protocols.run.RunEvent;
import org.junit.jupiter.api.Test;

/** Logs as they were written once are readable for good: these files are never written again. */
class FrozenLogTest {

    private static final Path LOGS = Path.of("src", "test", "resources", "logs");

    @Test
    void readsBlocksInTheirFirstForm() {
        var log = Log.read(LOGS.resolve("first-form.log"));

        assertThat(log.events())
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(RunEvents.oneOfEach().stream().limit(11).toList());
        assertThat(log.damages()).isEmpty();
        assertThat(log.summary().isClosed()).isTrue();
        assertThat(log.summary().unknownFrames()).isZero();
    }

    @Test
    void readsBlocksInColumns() {
        var log = Log.read(LOGS.resolve("columns.log"));

        assertThat(log.events())
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(columns());
        assertThat(log.damages()).isEmpty();
        assertThat(log.summary().isClosed()).isTrue();
        assertThat(log.summary().unknownFrames()).isZero();
    }

    @Test
    void holdsEveryFormOfAColumn() throws Exception {
        byte[] file = Files.readAllBytes(LOGS.resolve("columns.log"));

        // 40 numbers each: as differences of thousandths, and XORed.
        assertThat(file).containsSequence(2, 40, 0, 0, 0, 3).containsSequence(1, 40, 0, 0, 0);
    }

    /** What {@code columns.log} was written from. */
    static List<RunEvent> columns() {
        List<RunEvent> events = new ArrayList<>(RunEvents.oneOfEach().subList(0, 13));
        events.add(block(IntStream.range(0, 40).mapToDouble(i -> (i % 5 - 2) / 1000.0)));
        events.add(block(IntStream.range(0, 40).mapToDouble(i -> i % 5 == 3 ? Double.NaN : 1.0 / (1 + i % 5))));
        double[] seconds = IntStream.range(0, 40).mapToDouble(i -> i / 8.0).toArray();
        double[] x = IntStream.range(0, 40).mapToDouble(i -> i / 3.0).toArray();
        events.add(new RowsTaken(15, "lock-in", 4, 7, seconds, List.of(new RowsTaken.Column("x", "V", x))));
        return events.stream().toList();
    }

    private static BlockTaken block(DoubleStream raw) {
        return new BlockTaken(14, "sample-temperature", 3, new SampleBlock(1L << 40, 1e-3, raw.toArray()), "Ohm");
    }
}
