package org.fieldfall.app.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fieldfall.protocols.run.LineTimed;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;

/** Sums up how the lines of a run did. Used by one thread. */
final class LinesTimed implements RunListener {

    private final Map<String, LineTimed> sums = new LinkedHashMap<>();
    private final Map<String, SortedMap<Double, Long>> medians = new LinkedHashMap<>();

    @Override
    public void heard(RunEvent event) {
        if (event instanceof LineTimed timed) {
            sums.merge(timed.instrument(), timed, (before, now) -> now.after(before));
            if (!Double.isNaN(timed.medianSeconds())) {
                medians.computeIfAbsent(timed.instrument(), unknown -> new TreeMap<>())
                        .merge(timed.medianSeconds(), timed.exchanges(), Long::sum);
            }
        }
    }

    List<LineTiming> lines() {
        return sums.values().stream()
                .map(sum -> new LineTiming(
                        sum.instrument(),
                        sum.resource(),
                        sum.exchanges(),
                        median(medians.getOrDefault(sum.instrument(), new TreeMap<>())),
                        sum.longestSeconds(),
                        sum.timeOuts(),
                        sum.garbledReplies(),
                        sum.reconnects()))
                .toList();
    }

    /** Each of the medians as often as there were exchanges. */
    private static double median(SortedMap<Double, Long> exchangesByMedian) {
        long half =
                exchangesByMedian.values().stream().mapToLong(Long::longValue).sum() / 2;
        long seen = 0;
        for (Map.Entry<Double, Long> each : exchangesByMedian.entrySet()) {
            seen += each.getValue();
            if (seen > half) {
                return each.getKey();
            }
        }
        return Double.NaN;
    }
}
