package org.fieldfall.app.live.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.app.store.Pyramid;
import org.fieldfall.app.store.PyramidPoint;
import org.fieldfall.app.store.PyramidSeries;

/**
 * The series of a pyramid on the run's one axis: what was polled and each acquisition, one after the other. An acquisition
 * joins once the log has told when it began. Safe to share.
 */
final class Strands implements AutoCloseable {

    private static final List<String> BUFFERED = List.of(Readings.TEMPERATURE, Readings.FIELD);

    private static final double BEAT_SECONDS = 1;

    private final Pyramid pyramid;
    private final LiveView view;
    private boolean isClosed;

    /** @param offset rig time of its time 0 */
    private record Strand(PyramidSeries series, double offset, DoubleUnaryOperator law) {

        double from() {
            return offset;
        }

        double to() {
            return offset + series.lastSeconds();
        }
    }

    private record Point(double seconds, double low, double high) {}

    Strands(Pyramid pyramid, LiveView view) {
        this.pyramid = pyramid;
        this.view = view;
    }

    private List<Strand> of(String id) {
        List<Strand> all = new ArrayList<>();
        for (PyramidSeries series : pyramid.series()) {
            if (series.column().isEmpty() && Readings.id(series.channel()).equals(id)) {
                strand(series).ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<Strand> strand(PyramidSeries series) {
        return series.acquisition() == 0
                ? Optional.of(new Strand(series, 0, value -> value))
                : view.begun(series.acquisition())
                        .flatMap(begun -> Readings.law(view.premises(), series.channel())
                                .map(law -> new Strand(series, begun, law)));
    }

    /** How many readings a series has; empty where it is not one of these or has no acquisition yet. */
    synchronized Optional<Long> readings(String id) {
        if (isClosed || !BUFFERED.contains(id)) {
            return Optional.empty();
        }
        List<Strand> all = of(id);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.stream()
                        .mapToLong(strand -> strand.series.readings())
                        .sum());
    }

    List<SeriesHead> heads() {
        return BUFFERED.stream()
                .flatMap(id -> head(new SeriesHead(id, id, Readings.unit(id), 0, Double.NaN, Double.NaN)).stream())
                .toList();
    }

    /** The same with all its readings. */
    synchronized Optional<SeriesHead> head(SeriesHead head) {
        return readings(head.id()).map(count -> {
            double last = of(head.id()).stream().mapToDouble(Strand::to).max().orElse(Double.NaN);
            return new SeriesHead(head.id(), head.label(), head.unit(), count, last, head.lastValue());
        });
    }

    synchronized Points between(String id, double from, double to, int most) {
        List<Strand> within = of(id).stream()
                .filter(strand -> strand.from() <= to && strand.to() >= from)
                .toList();
        List<Point> all = new ArrayList<>();
        for (Strand strand : within) {
            points(strand, from, to, Math.max(1, most / within.size())).stream()
                    .filter(point -> !isPolledAgain(strand, point, within))
                    .forEach(all::add);
        }
        all.sort(Comparator.comparingDouble(Point::seconds));
        return points(id, all);
    }

    /** While a meter fills its memory what is polled is the same readings again. */
    private static boolean isPolledAgain(Strand of, Point point, List<Strand> all) {
        return of.series.acquisition() == 0
                && all.stream()
                        .anyMatch(strand -> strand.series.acquisition() != 0
                                && point.seconds >= strand.from()
                                && point.seconds <= strand.to() + BEAT_SECONDS);
    }

    private List<Point> points(Strand strand, double from, double to, int most) {
        double low = Math.max(from, strand.from()) - strand.offset;
        double high = Math.max(low, Math.min(to, strand.to()) - strand.offset);
        List<Point> all = new ArrayList<>();
        for (PyramidPoint point : pyramid.points(strand.series, low, high, most)) {
            double one = strand.law.applyAsDouble(point.min());
            double other = strand.law.applyAsDouble(point.max());
            all.add(new Point(
                    point.seconds() + strand.offset, LiveSeries.least(one, other), LiveSeries.most(one, other)));
        }
        return all;
    }

    private Points points(String id, List<Point> all) {
        double[] seconds = all.stream().mapToDouble(Point::seconds).toArray();
        double[] low = all.stream().mapToDouble(Point::low).toArray();
        double[] high = all.stream().mapToDouble(Point::high).toArray();
        return new Points(readings(id).orElse(0L), seconds, low, high);
    }

    @Override
    public synchronized void close() {
        if (!isClosed) {
            isClosed = true;
            pyramid.close();
        }
    }
}
