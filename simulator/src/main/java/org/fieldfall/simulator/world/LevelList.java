package org.fieldfall.simulator.world;

/** Levels a supply runs through by itself, each with its dwell in ticks. Immutable. */
public final class LevelList {

    static final LevelList NONE = new LevelList(new double[0], new double[0], 1, -1);

    private final double[] levels;
    private final double[] ends;
    private final int repeats;
    private final long start;

    private LevelList(double[] levels, double[] ends, int repeats, long start) {
        this.levels = levels;
        this.ends = ends;
        this.repeats = repeats;
        this.start = start;
    }

    /**
     * @param dwellSeconds as many as levels
     * @param repeats how often the list is run; 0 means for ever
     */
    public static LevelList of(double[] levels, double[] dwellSeconds, int repeats) {
        if (levels.length == 0 || levels.length != dwellSeconds.length || repeats < 0) {
            throw new IllegalArgumentException("impossible list: " + levels.length + " levels, " + dwellSeconds.length
                    + " dwells, " + repeats + " repeats");
        }
        double[] ends = new double[levels.length];
        double end = 0;
        for (int i = 0; i < levels.length; i++) {
            end += dwellSeconds[i] / World.TICK_SECONDS;
            ends[i] = end;
        }
        return new LevelList(levels.clone(), ends, repeats, -1);
    }

    LevelList startedAt(long tick) {
        return new LevelList(levels, ends, repeats, tick);
    }

    boolean isStarted() {
        return start >= 0;
    }

    boolean isRunning(long tick) {
        return isStarted() && (repeats == 0 || tick < start + Math.round(repeats * pass()));
    }

    double level(long tick) {
        return levels[isRunning(tick) ? index(tick) : levels.length - 1];
    }

    /** First tick after this one at which the level may change. */
    long nextChange(long tick) {
        if (!isRunning(tick)) {
            return Long.MAX_VALUE;
        }
        double passes = Math.floor((tick - start + 0.5) / pass());
        return Math.max(tick + 1, start + Math.round(passes * pass() + ends[index(tick)]));
    }

    /** The level whose rounded end is the first after this tick. */
    private int index(long tick) {
        double inPass = (tick - start + 0.5) % pass();
        int low = 0;
        int high = ends.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > inPass) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private double pass() {
        return ends[ends.length - 1];
    }
}
