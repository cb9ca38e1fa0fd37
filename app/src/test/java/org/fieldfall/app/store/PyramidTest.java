package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.RowsTaken;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.ScalarRead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PyramidTest {

    private static final long SEED = 20261126;
    private static final double INTERVAL = 1e-3;

    @TempDir
    Path path;

    private final Random random = new Random(SEED);
    private final List<PyramidPoint> blocks = new ArrayList<>();
    private final List<PyramidPoint> rows = new ArrayList<>();
    private final List<PyramidPoint> polled = new ArrayList<>();
    private RunFolder folder;

    @BeforeEach
    void records() {
        ManifestTest.begun(OptionalLong.empty()).write(path.resolve("manifest.json"));
        folder = RunFolder.at(path);
        Log.inSegments(folder.log(), 200_000, events());
    }

    @Test
    void holdsSmallestLargestAndFirstOfTheReadingsBetweenItsPoints() {
        try (var pyramid = Pyramid.of(folder)) {
            assertThat(pyramid.series())
                    .extracting(each -> each.channel() + "/" + each.column() + "/" + each.acquisition())
                    .containsExactly("t//1", "t//3", "bath//0", "lock-in/x/2");

            for (int time = 0; time < 30; time++) {
                check(pyramid, 1, blocks, "seed " + SEED + ", blocks " + time);
                check(pyramid, 3, rows, "seed " + SEED + ", rows " + time);
                check(pyramid, 2, polled, "seed " + SEED + ", polled " + time);
            }
        }
    }

    private void check(Pyramid pyramid, int number, List<PyramidPoint> readings, String name) {
        var series = pyramid.series().get(number);
        double last = readings.get(readings.size() - 1).seconds();
        double width = last * Math.pow(10, -4 * random.nextDouble());
        double from = (last - width) * random.nextDouble();
        int most = 1 + random.nextInt(300);

        var points = pyramid.points(series, from, from + width, most);

        long inside = readings.stream()
                .filter(each -> each.seconds() >= from && each.seconds() <= from + width)
                .count();
        assertThat(points.size()).as(name).isBetween((int) Math.min(inside, most / 2), most);
        for (int i = random.nextInt(20); i + 1 < points.size(); i += 1 + random.nextInt(60)) {
            assertThat(points.get(i)).as(name).isEqualTo(all(readings, points.get(i), points.get(i + 1)));
        }
        assertThat(series.readings()).isEqualTo(readings.size());
        assertThat(series.lastSeconds()).isEqualTo(last);
    }

    private static PyramidPoint all(List<PyramidPoint> readings, PyramidPoint from, PyramidPoint to) {
        return readings.stream()
                .filter(each -> each.seconds() >= from.seconds() && each.seconds() < to.seconds())
                .reduce(PyramidPoint::and)
                .orElseThrow();
    }

    @Test
    void givesTheReadingsThemselvesWhereTheyAreFewEnough() {
        try (var pyramid = Pyramid.of(folder)) {
            var points = pyramid.points(pyramid.series().get(1), 20.0, 20.0995, 200);

            assertThat(points)
                    .containsExactlyElementsOf(blocks.stream()
                            .filter(each -> each.seconds() >= 20 && each.seconds() <= 20.0995)
                            .toList())
                    .hasSizeBetween(99, 101);
        }
    }

    @Test
    void isBuiltAgainWhenItIsGoneDamagedOrOlderThanTheLog() throws Exception {
        Pyramid.of(folder).close();
        byte[] first = Files.readAllBytes(folder.pyramid());

        Files.delete(folder.pyramid());
        Pyramid.of(folder).close();
        assertThat(folder.pyramid()).hasBinaryContent(first);

        byte[] damaged = first.clone();
        damaged[first.length - 100] ^= 1;
        Files.write(folder.pyramid(), damaged);
        Pyramid.of(folder).close();
        assertThat(folder.pyramid()).hasBinaryContent(first);

        Files.delete(new LogFiles(folder.log()).segment(3));
        try (var pyramid = Pyramid.of(folder)) {
            assertThat(pyramid.series().get(1).readings()).isLessThan(blocks.size());
        }
    }

    @Test
    void givesNoPointOfADamagedPart() throws Exception {
        Pyramid.of(folder).close();
        byte[] bytes = Files.readAllBytes(folder.pyramid());
        bytes[1000] ^= 1;
        Files.write(folder.pyramid(), bytes);

        try (var pyramid = Pyramid.of(folder)) {
            assertThatThrownBy(() -> {
                        for (var series : pyramid.series()) {
                            pyramid.points(series, 0, 1e9, 1000);
                        }
                    })
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("damaged at byte");
        }
    }

    /** A short acquisition, then a long one with invalid readings and a gap, rows, and a polled channel. */
    private List<RunEvent> events() {
        List<RunEvent> events = new ArrayList<>();
        events.add(new BlockTaken(1, "t", 1, new SampleBlock(0, INTERVAL, new double[100]), "V"));
        double level = 0;
        long index = 0;
        for (int i = 0; i < 300; i++) {
            double[] raw = new double[200 + random.nextInt(100)];
            for (int k = 0; k < raw.length; k++) {
                level += random.nextGaussian();
                raw[k] = random.nextInt(50) == 0 || i == 77 ? Double.NaN : level;
                blocks.add(PyramidPoint.of((index + k) * INTERVAL, raw[k]));
            }
            events.add(new BlockTaken(i, "t", 3, new SampleBlock(index, INTERVAL, raw), "V"));
            index += raw.length + (i == 150 ? 5003 : 0);
            events.add(new ScalarRead(i / 3.0, "bath", 0, "Ohm", level, "K"));
            polled.add(PyramidPoint.of(i / 3.0, level));
            events.add(rows(i));
        }
        return events;
    }

    private RowsTaken rows(int number) {
        double[] seconds = new double[20];
        double[] x = new double[20];
        for (int i = 0; i < 20; i++) {
            seconds[i] = number + i * 0.04 + 0.01 * random.nextDouble();
            x[i] = random.nextDouble();
            rows.add(PyramidPoint.of(seconds[i], x[i]));
        }
        return new RowsTaken(number, "lock-in", 2, 20L * number, seconds, List.of(new RowsTaken.Column("x", "V", x)));
    }
}
