package org.fieldfall.app.live.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldfall.app.live.view.Points;
import org.fieldfall.app.live.view.PredictedCurve;
import org.fieldfall.app.live.view.RunView;
import org.fieldfall.app.live.view.SeriesHead;
import org.fieldfall.app.store.Json;

/**
 * One who watches a run: where he has come to in each series, and at most one message on its way to him. Who reads slowly gets
 * fewer, thinner messages; who does not read is cut off. Its turns are the pump's; questions come from any thread.
 */
final class Viewer {

    static final long PATIENCE_NANOS = 10_000_000_000L;
    static final long BETWEEN_POINTS_NANOS = 16_000_000L;
    static final long BETWEEN_SNAPSHOTS_NANOS = 200_000_000L;
    static final long BEAT_NANOS = 1_000_000_000L;
    static final int MOST_POINTS = 4000;
    private static final int MOST_ASKS = 8;
    private static final int MOST_BYTES = 2 << 20;

    /** Readings a viewer wants more finely. */
    record Ask(int question, String series, double from, double to, int most) {}

    private final RunView view;
    private final Line line;
    private final ArrayDeque<Ask> asks = new ArrayDeque<>();
    private final List<SeriesHead> series = new ArrayList<>();
    private final Map<String, Integer> seriesIndex = new HashMap<>();
    private final Map<String, Long> next = new HashMap<>();
    private final List<PredictedCurve> curves = new ArrayList<>();
    private final Map<String, Integer> curveIndex = new HashMap<>();
    private final Map<String, Long> curveVersion = new HashMap<>();
    private volatile boolean isOnItsWay;
    private long sentAt;
    private long pointsAt;
    private long snapshotAt;
    private long pointsOf = -1;
    private long snapshotOf = -1;

    Viewer(RunView view, Line line, long nowNanos) {
        this.view = view;
        this.line = line;
        this.sentAt = nowNanos;
        this.pointsAt = nowNanos - BETWEEN_POINTS_NANOS;
        this.snapshotAt = nowNanos - BETWEEN_SNAPSHOTS_NANOS;
    }

    /** What is one too many takes the place of the oldest. */
    void ask(Ask asked) {
        synchronized (asks) {
            if (asks.size() == MOST_ASKS) {
                asks.removeFirst();
            }
            asks.addLast(asked);
        }
    }

    /** @return false once there is nobody any more */
    boolean turn(long nowNanos) {
        if (!line.isOpen()) {
            return false;
        }
        if (isOnItsWay) {
            if (nowNanos - sentAt > PATIENCE_NANOS) {
                line.cut();
                return false;
            }
            return true;
        }
        say(nowNanos);
        return true;
    }

    private void say(long now) {
        long version = view.version();
        if (version != snapshotOf && now - snapshotAt >= BETWEEN_SNAPSHOTS_NANOS) {
            snapshotAt = now;
            snapshotOf = version;
            text(now, "{\"kind\":\"snapshot\",\"snapshot\":" + view.snapshot() + "}");
        } else if (version != pointsOf && now - pointsAt >= BETWEEN_POINTS_NANOS) {
            pointsAt = now;
            points(now, version);
        } else if (!answer(now) && now - sentAt >= BEAT_NANOS) {
            text(now, "{\"kind\":\"beat\"}");
        }
    }

    private Map<String, Object> heads() {
        return Map.of(
                "kind",
                "heads",
                "series",
                series.stream()
                        .map(one -> Map.of("id", one.id(), "label", one.label(), "unit", one.unit()))
                        .toList(),
                "curves",
                curves.stream()
                        .map(one -> Map.of("id", one.id(), "unit", one.unit()))
                        .toList());
    }

    private void points(long now, long version) {
        List<SeriesHead> there = view.series();
        List<PredictedCurve> predicted = view.curves();
        if (learn(there, predicted)) {
            // The points follow at the next turn.
            pointsAt = now - BETWEEN_POINTS_NANOS;
            text(now, Json.line(heads()));
            return;
        }
        Packed packed = new Packed();
        boolean isAll = true;
        for (SeriesHead head : there) {
            long from = next.getOrDefault(head.id(), 0L);
            if (packed.bytes() > MOST_BYTES) {
                isAll = false;
            } else if (head.readings() > from) {
                Points points = more(head, from);
                next.put(head.id(), points.next());
                packed.add(Packed.MORE, seriesIndex.getOrDefault(head.id(), 0), 0, points);
            }
        }
        for (PredictedCurve curve : predicted) {
            if (packed.bytes() > MOST_BYTES) {
                isAll = false;
            } else if (curve.version() != curveVersion.getOrDefault(curve.id(), -1L)) {
                curveVersion.put(curve.id(), curve.version());
                packed.add(curveIndex.getOrDefault(curve.id(), 0), curve);
            }
        }
        if (isAll) {
            pointsOf = version;
        }
        binary(now, packed);
    }

    /** Many at once come thinned by time, so that the slow part before the fast one is still to be seen. */
    private Points more(SeriesHead head, long from) {
        Points points = view.since(head.id(), from, MOST_POINTS);
        if (head.readings() - from <= MOST_POINTS || points.size() == 0) {
            return points;
        }
        Points sliced = Slices.between(view, head.id(), points.seconds()[0], head.lastSeconds(), MOST_POINTS);
        return new Points(points.next(), sliced.seconds(), sliced.low(), sliced.high());
    }

    /** Numbers what is new; @return whether anything was */
    private boolean learn(List<SeriesHead> there, List<PredictedCurve> predicted) {
        int known = series.size() + curves.size();
        there.forEach(head -> seriesIndex.computeIfAbsent(head.id(), id -> {
            series.add(head);
            return series.size() - 1;
        }));
        predicted.forEach(curve -> curveIndex.computeIfAbsent(curve.id(), id -> {
            curves.add(curve);
            return curves.size() - 1;
        }));
        return series.size() + curves.size() > known;
    }

    private boolean answer(long now) {
        Ask asked;
        synchronized (asks) {
            if (asks.isEmpty()) {
                return false;
            }
            asked = asks.removeFirst();
        }
        Integer index = seriesIndex.get(asked.series);
        if (index == null) {
            return false;
        }
        int most = Math.max(2, Math.min(asked.most, MOST_POINTS));
        Packed packed = new Packed();
        packed.add(Packed.ASKED, index, asked.question, Slices.between(view, asked.series, asked.from, asked.to, most));
        binary(now, packed);
        return true;
    }

    private void text(long now, String message) {
        sentAt = now;
        isOnItsWay = true;
        line.text(message, () -> isOnItsWay = false);
    }

    private void binary(long now, Packed packed) {
        if (!packed.isEmpty()) {
            sentAt = now;
            isOnItsWay = true;
            line.binary(packed.message(), () -> isOnItsWay = false);
        }
    }
}
