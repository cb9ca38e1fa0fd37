package org.fieldfall.app.live.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A series that grows: its last readings one by one, and smallest, largest and first time of 16, 256, 4096 and so on of them
 * further back, so that its memory is bounded and a look at any part takes as long as the points it gives. Safe to share.
 */
final class LiveSeries {

    private static final int SHIFT = 4;
    private static final int GROUP = 1 << SHIFT;
    private static final int TIERS = 7;

    /** 16 MiB of readings, 6 MiB of groups. */
    private static final int MOST_READINGS = 1 << 20;

    private static final int MOST_GROUPS = 1 << 18;

    private final String id;
    private final String label;
    private final String unit;
    private final List<Tier> tiers = new ArrayList<>();
    private double lastSeconds = Double.NaN;
    private double lastValue = Double.NaN;

    LiveSeries(String id, String label, String unit) {
        this(id, label, unit, MOST_READINGS, MOST_GROUPS);
    }

    LiveSeries(String id, String label, String unit, int mostReadings, int mostGroups) {
        this.id = id;
        this.label = label;
        this.unit = unit;
        for (int i = 0; i < TIERS; i++) {
            tiers.add(new Tier(i == 0 ? mostReadings : mostGroups, i == 0));
        }
    }

    /** Takes a reading; one that is not later than the last is passed over. NaN stands for one that is not valid. */
    synchronized void add(double seconds, double value) {
        if (seconds <= lastSeconds || !Double.isFinite(seconds)) {
            return;
        }
        lastSeconds = seconds;
        lastValue = value;
        tiers.get(0).add(seconds, value, value);
        for (int i = 1; i < TIERS && tiers.get(i - 1).count() % GROUP == 0; i++) {
            gather(tiers.get(i - 1), tiers.get(i));
        }
    }

    /** What comes next does not go on from what was: a reading that is not valid is between them. */
    synchronized void pause(double seconds) {
        if (readings() > 0 && !Double.isNaN(lastValue)) {
            add(seconds, Double.NaN);
        }
    }

    private static void gather(Tier fine, Tier coarse) {
        long from = fine.count() - GROUP;
        double low = Double.NaN;
        double high = Double.NaN;
        for (long i = from; i < fine.count(); i++) {
            low = least(low, fine.low(i));
            high = most(high, fine.high(i));
        }
        coarse.add(fine.seconds(from), low, high);
    }

    static double least(double one, double other) {
        return Double.isNaN(one) || other < one ? other : one;
    }

    static double most(double one, double other) {
        return Double.isNaN(one) || other > one ? other : one;
    }

    String id() {
        return id;
    }

    synchronized double lastSeconds() {
        return lastSeconds;
    }

    synchronized double lastValue() {
        return lastValue;
    }

    synchronized SeriesHead head() {
        return new SeriesHead(id, label, unit, readings(), lastSeconds, lastValue);
    }

    private long readings() {
        return tiers.get(0).count();
    }

    /** Readings from a number on, in at most {@code most} points. */
    synchronized Points since(long from, int most) {
        return thinned(Math.max(0, Math.min(from, readings())), readings(), most);
    }

    /** Readings between two times and one beyond each end, in at most {@code most} points. */
    synchronized Points between(double fromSeconds, double toSeconds, int most) {
        long from = Math.max(0, firstAt(fromSeconds) - 1);
        long to = Math.min(readings(), firstAt(Math.nextUp(toSeconds)) + 1);
        return thinned(from, Math.max(from, to), most);
    }

    /** Number of the first reading at or after a time; to a group where the readings are gone. */
    private long firstAt(double seconds) {
        for (int i = 0; i < TIERS; i++) {
            Tier tier = tiers.get(i);
            boolean reachesBack = tier.oldest() == 0 || tier.seconds(tier.oldest()) <= seconds;
            if (reachesBack) {
                long found = tier.firstAt(seconds);
                // Of groups the one before may reach beyond the time.
                return i == 0 ? found : Math.max(0, found - 1) << (SHIFT * i);
            }
        }
        return 0;
    }

    private Points thinned(long from, long to, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("series " + id + ": asked for " + most + " points, due is at least 1");
        }
        long each = Math.max(1, (to - from + most - 1) / most);
        int coarsest = 0;
        while (coarsest < TIERS - 1 && 1L << (SHIFT * (coarsest + 1)) <= each) {
            coarsest++;
        }
        Gathered gathered = new Gathered((int) Math.min(most, to - from));
        long at = from;
        while (at < to) {
            int tier = tier(at, to, coarsest);
            long size = 1L << (SHIFT * tier);
            long number = at >> (SHIFT * tier);
            gathered.add((Math.max(at, from) - from) / each, tiers.get(tier), number);
            at = (number + 1) * size;
        }
        return gathered.points(to);
    }

    /** The coarsest tier whose group begins here, ends in time and is there; where none is, the finest that is there. */
    private int tier(long at, long end, int coarsest) {
        for (int i = coarsest; i >= 0; i--) {
            long size = 1L << (SHIFT * i);
            if (at % size == 0 && at + size <= end && tiers.get(i).has(at / size)) {
                return i;
            }
        }
        for (int i = 0; i < TIERS; i++) {
            if (tiers.get(i).has(at >> (SHIFT * i))) {
                return i;
            }
        }
        throw new IllegalStateException("series " + id + ": reading " + at + " of " + readings() + " is nowhere");
    }

    /** Points that are put together as they come, by the number of their bin. */
    private static final class Gathered {
        private final double[] seconds;
        private final double[] low;
        private final double[] high;
        private int size;
        private long bin = -1;

        Gathered(int most) {
            seconds = new double[most];
            low = new double[most];
            high = new double[most];
        }

        void add(long itsBin, Tier tier, long number) {
            if (itsBin != bin) {
                bin = itsBin;
                seconds[size] = tier.seconds(number);
                low[size] = tier.low(number);
                high[size] = tier.high(number);
                size++;
            } else {
                low[size - 1] = least(low[size - 1], tier.low(number));
                high[size - 1] = most(high[size - 1], tier.high(number));
            }
        }

        Points points(long next) {
            return new Points(next, Arrays.copyOf(seconds, size), Arrays.copyOf(low, size), Arrays.copyOf(high, size));
        }
    }
}
