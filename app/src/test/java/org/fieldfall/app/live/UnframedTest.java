package org.fieldfall.app.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fieldfall.app.store.RunEvents;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.PredictionMade;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RowsTaken;
import org.fieldfall.protocols.run.RunEvent;
import org.junit.jupiter.api.Test;

class UnframedTest {

    private final Numbering numbers = new Numbering();
    private final Frames frames = new Frames("run", "simulator");

    @Test
    void givesBackEachKindOfEvent() {
        var all = RunEvents.oneOfEach();
        assertThat(all.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(RunEvent.class.getPermittedSubclasses());

        for (RunEvent event : all) {
            // JSON has no infinity: a phase without a deadline has none on the bus.
            var due = event instanceof PhaseStarted started
                    ? new PhaseStarted(started.rigSeconds(), started.phase(), Double.NaN)
                    : event;
            assertThat(there(event))
                    .as(event.toString())
                    .usingRecursiveComparison()
                    .withEqualsForType((one, other) -> Double.compare(one, other) == 0, Double.class)
                    .isEqualTo(List.of(due));
        }
    }

    @Test
    void keepsAPredictionWithPlacesWithoutNumber() {
        var made = new PredictionMade(1, "two-well", new double[] {0, 1}, new double[] {Double.NaN, 3.5});

        assertThat(there(made))
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> Double.compare(one, other) == 0, Double.class)
                .isEqualTo(List.of(made));
    }

    @Test
    void cutsReadingsThatWouldNotFitIntoAMessage() {
        double[] raw = new double[1_000_000];
        Arrays.setAll(raw, i -> i);
        var taken = new BlockTaken(9, "sample-temperature", 1, new SampleBlock(17, 1e-3, raw), "V");

        var pieces = there(taken);

        long next = 17;
        for (RunEvent piece : pieces) {
            var block = ((BlockTaken) piece).block();
            assertThat(block.firstIndex()).isEqualTo(next);
            assertThat(block.raw()[0]).isEqualTo((double) (next - 17));
            next += block.size();
        }
        assertThat(next).isEqualTo(17 + raw.length);
    }

    @Test
    void cutsRowsLikewise() {
        double[] seconds = new double[100_000];
        Arrays.setAll(seconds, i -> 1e-3 * i);
        var columns = List.of(new RowsTaken.Column("x", "V", seconds), new RowsTaken.Column("y", "V", seconds));

        var pieces = there(new RowsTaken(1, "lock-in", 3, 5, seconds, columns));

        assertThat(pieces).hasSizeGreaterThan(5);
        long rows = 5;
        for (RunEvent piece : pieces) {
            assertThat(((RowsTaken) piece).firstRow()).isEqualTo(rows);
            rows += ((RowsTaken) piece).size();
        }
        assertThat(rows).isEqualTo(100_005);
    }

    @Test
    void thinsACurveAndKeepsItsEnds() {
        double[] seconds = new double[50_000];
        Arrays.setAll(seconds, i -> i);

        var made = (PredictionMade)
                there(new PredictionMade(1, "two-well", seconds, seconds)).get(0);

        assertThat(made.seconds()).hasSize(4096).startsWith(0).endsWith(49_999);
    }

    @Test
    void saysThatAnEventWasTooLong() {
        var told = there(new Remark(3, "x".repeat(2_000_000)));

        assertThat(told).hasSize(1);
        assertThat(((Remark) told.get(0)).text()).contains("too long for the live bus");
    }

    @Test
    void refusesWhatIsNoMessage() {
        var frame = frames.of(numbers.told(new Remark(1, "words")).get(0));
        var header = Unframed.header(frame.header());

        assertThatThrownBy(() -> Unframed.header("{}".getBytes(UTF_8))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Unframed.header(new byte[] {1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Unframed.of(header, "{\"kind\":\"Dance\",\"event\":{}}".getBytes(UTF_8)))
                .hasMessageContaining("Dance");
        assertThatThrownBy(() -> Unframed.of(header, "{}".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        var block = frames.of(numbers.told(new BlockTaken(1, "field", 1, new SampleBlock(0, 1, new double[3]), "V"))
                .get(0));
        assertThatThrownBy(() -> Unframed.of(Unframed.header(block.header()), new byte[8]))
                .hasMessageContaining("3 rows");
    }

    private List<RunEvent> there(RunEvent event) {
        List<RunEvent> back = new ArrayList<>();
        for (Told told : numbers.told(event)) {
            Frame frame = frames.of(told);
            assertThat(frame.size()).isLessThan(Wire.MOST_BYTES);
            back.add(Unframed.of(Unframed.header(frame.header()), frame.payload())
                    .event());
        }
        return back;
    }
}
