package org.fieldfall.app.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.FigureFound;
import org.fieldfall.protocols.run.RowsTaken;
import org.fieldfall.protocols.run.ScalarRead;

/** What was read in one phase, channel by channel. */
final class PhaseReadings {

    private final Map<String, Polled> polled = new LinkedHashMap<>();
    private final Map<String, Buffered> buffered = new LinkedHashMap<>();
    private final Map<String, FigureFound> figures = new LinkedHashMap<>();

    void heard(ScalarRead read) {
        polled.computeIfAbsent(read.channel(), name -> new Polled()).add(read);
    }

    void heard(BlockTaken taken) {
        buffered.computeIfAbsent(taken.channel() + " (acquisition " + taken.acquisition() + ")", name -> new Buffered())
                .add(taken);
    }

    void heard(RowsTaken taken) {
        buffered.computeIfAbsent(taken.channel() + " (acquisition " + taken.acquisition() + ")", name -> new Buffered())
                .add(taken);
    }

    void heard(FigureFound found) {
        figures.put(found.name(), found);
    }

    /** A line a channel; empty where nothing was read. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        polled.forEach((name, channel) -> words.add(name + ": " + channel.words()));
        buffered.forEach((name, channel) -> words.add(name + ": " + channel.words()));
        figures.values().forEach(found -> words.add(words(found)));
        return words;
    }

    private static String words(FigureFound found) {
        String sigma = Double.isNaN(found.sigma()) ? "" : Figure.text(" ± %.2g", found.sigma());
        return Figure.text("%s: %.5g%s %s", found.name(), found.value(), sigma, found.unit())
                .strip();
    }

    boolean isTroubled() {
        return polled.values().stream().anyMatch(channel -> channel.invalid > 0)
                || buffered.values().stream().anyMatch(channel -> channel.invalid > 0 || channel.missing > 0);
    }

    /** Single readings of a channel: the first, the last, the range. */
    private static final class Polled {
        private int count;
        private int invalid;
        private double first = Double.NaN;
        private double last = Double.NaN;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;
        private String unit = "";

        void add(ScalarRead read) {
            count++;
            unit = read.unit();
            if (Double.isNaN(read.value())) {
                invalid++;
                return;
            }
            first = Double.isNaN(first) ? read.value() : first;
            last = read.value();
            low = Math.min(low, last);
            high = Math.max(high, last);
        }

        String words() {
            String bad = invalid == 0 ? "" : ", " + invalid + " of them INVALID";
            if (invalid == count) {
                return count + " readings, all INVALID";
            }
            return count == 1
                    ? Figure.text("%.6g %s", last, unit)
                    : Figure.text(
                            "%.6g to %.6g %s in %d readings between %.6g and %.6g%s",
                            first, last, unit, count, low, high, bad);
        }
    }

    /** Readings out of an instrument's memory. */
    private static final class Buffered {
        private int blocks;
        private long readings;
        private long invalid;
        private long missing;
        private long next = -1;

        void add(BlockTaken taken) {
            count(taken.block().firstIndex(), taken.block().size());
            countInvalid(taken.block().raw());
        }

        void add(RowsTaken taken) {
            count(taken.firstRow(), taken.size());
            taken.columns().forEach(column -> countInvalid(column.values()));
        }

        private void count(long first, int size) {
            blocks++;
            readings += size;
            missing += next < 0 ? 0 : Math.max(0, first - next);
            next = first + size;
        }

        private void countInvalid(double[] values) {
            for (double value : values) {
                invalid += Double.isNaN(value) ? 1 : 0;
            }
        }

        String words() {
            return Figure.text("%d buffered readings in %d blocks", readings, blocks)
                    + (invalid == 0 ? "" : ", " + invalid + " of them INVALID")
                    + (missing == 0 ? "" : ", " + missing + " MISSING between them");
        }
    }
}
