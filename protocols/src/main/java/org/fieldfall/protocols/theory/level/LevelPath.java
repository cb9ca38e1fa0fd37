package org.fieldfall.protocols.theory.level;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Follows the levels of one block through the field and finds where neighbours exchange their states on the way.
 *
 * <p>Between two fields each eigenstate is compared with those at the other end. Where each has gone over into one, in
 * order or with separate neighbours exchanged, the stretch is understood; elsewhere it is halved. What still is not clear
 * within {@link #SHORTEST} is left in order of energy: no population moves by more than that times a slope. The smallest
 * gap of neighbours follows from E′ − E = √(Δ² + σ²(B − B₀)²), which is exact for two straight levels that repel. Used by
 * one thread.
 */
final class LevelPath {

    private static final double SHORTEST = 1e-9;
    private static final double GONE_OVER = 0.1;
    private static final double KEPT = 0.5;
    private static final double DEGENERATE_KELVIN = 1e-9;
    private static final double CLOSE_KELVIN = 1e-4;
    private static final int MOST_FIELDS = 20_000;
    private static final double ROUNDING = 1e-12;
    private static final double NOTHING = 1e-13;
    // Off the middle: fields given by hand, zero above all, are where levels of opposite M meet.
    private static final double[] SPLITS = {0.4871, 0.5369, 0.4417, 0.5623};

    private final Block block;
    private final double teslaPerSecond;
    private final List<Crossing> found = new ArrayList<>();
    private int solved;

    LevelPath(Block block, double teslaPerSecond) {
        this.block = block;
        this.teslaPerSecond = teslaPerSecond;
    }

    /** What is handed over from the first field to the last, in the order in which it happens. */
    List<Crossing> crossings(BlockLevels from, BlockLevels to) {
        if (block.size() > 1) {
            follow(from, to);
        }
        return List.copyOf(found);
    }

    private void follow(BlockLevels from, BlockLevels to) {
        var length = Math.abs(to.tesla() - from.tesla());
        if (length <= SHORTEST || isUnderstood(from, to)) {
            return;
        }
        var between = between(from, to);
        follow(from, between);
        follow(between, to);
    }

    /** Takes note of the exchanges on this stretch, if it is clear what happens. */
    private boolean isUnderstood(BlockLevels from, BlockLevels to) {
        var target = new int[block.size()];
        if (!isAssigned(from, to, target)) {
            return false;
        }
        var exchanged = new ArrayList<Crossing>();
        for (var k = 0; k < target.length; k++) {
            if (target[k] == k + 1 && target[k + 1] == k) {
                closest(from, to, k).ifPresent(exchanged::add);
            } else if (target[k] != k && !(target[k] == k - 1 && target[k - 1] == k)) {
                return false;
            }
        }
        var isComplete = 2L * exchanged.size()
                == IntStream.range(0, target.length).filter(k -> target[k] != k).count();
        if (isComplete) {
            found.addAll(exchanged);
        }
        return isComplete;
    }

    /** Which level each goes over into. Levels that are one at either end count in order of energy. */
    private static boolean isAssigned(BlockLevels from, BlockLevels to, int[] target) {
        var size = target.length;
        var group = new int[2 * size];
        Arrays.setAll(group, i -> i);
        for (var i = 0; i < size; i++) {
            for (var j = 0; j < size; j++) {
                if (from.overlap(i, to, j) > GONE_OVER) {
                    merge(group, group[i], group[size + j]);
                }
            }
        }
        for (var i = 0; i < size; i++) {
            var here = members(group, group[i], 0, size);
            var there = members(group, group[i], size, 2 * size);
            if (here.length != there.length || !(here.length == 1 || isOne(from, here) || isOne(to, there))) {
                return false;
            }
            target[i] = there[Arrays.binarySearch(here, i)];
            if (here.length == 1 && from.overlap(i, to, target[i]) < KEPT) {
                return false;
            }
        }
        return true;
    }

    private static void merge(int[] group, int one, int other) {
        for (var k = 0; k < group.length; k++) {
            if (group[k] == other) {
                group[k] = one;
            }
        }
    }

    private static int[] members(int[] group, int wanted, int from, int to) {
        return IntStream.range(from, to)
                .filter(k -> group[k] == wanted)
                .map(k -> k - from)
                .toArray();
    }

    private static boolean isOne(BlockLevels levels, int[] members) {
        return levels.energy(members[members.length - 1]) - levels.energy(members[0]) < DEGENERATE_KELVIN;
    }

    /** Where on this stretch a level and the next come closest, if it is not at an end of it. */
    private Optional<Crossing> closest(BlockLevels from, BlockLevels to, int k) {
        var low = Gap.of(from.tesla() < to.tesla() ? from : to, k);
        var high = Gap.of(from.tesla() < to.tesla() ? to : from, k);
        if (!(low.half() < 0 && high.half() > 0)) {
            return Optional.empty();
        }
        while (true) {
            var steepness = (high.half() - low.half()) / (high.tesla() - low.tesla());
            var tesla = low.tesla() - low.half() / steepness;
            if (!(tesla > low.tesla() && tesla < high.tesla())) {
                tesla = (low.tesla() + high.tesla()) / 2;
            }
            var middle = Gap.of(at(tesla), k);
            if (middle.isSmallest(steepness) || high.tesla() - low.tesla() < NOTHING) {
                var gap = middle.isRounding() ? 0 : middle.kelvin();
                return Optional.of(Crossing.of(k, gap, Math.sqrt(steepness), teslaPerSecond));
            }
            if (middle.half() < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /** A field about halfway where no two levels are close, if one of a few is such. */
    private BlockLevels between(BlockLevels from, BlockLevels to) {
        var best = at(from.tesla() + SPLITS[0] * (to.tesla() - from.tesla()));
        for (var s = 1; s < SPLITS.length && narrowest(best) < CLOSE_KELVIN; s++) {
            var other = at(from.tesla() + SPLITS[s] * (to.tesla() - from.tesla()));
            best = narrowest(other) > narrowest(best) ? other : best;
        }
        return best;
    }

    private BlockLevels at(double tesla) {
        if (solved == MOST_FIELDS) {
            throw new UnresolvedException(
                    "levels could not be followed with " + MOST_FIELDS + " fields, the last at " + tesla + " T");
        }
        solved++;
        return block.at(tesla);
    }

    private static double narrowest(BlockLevels levels) {
        var narrowest = Double.POSITIVE_INFINITY;
        for (var k = 0; k + 1 < levels.size(); k++) {
            narrowest = Math.min(narrowest, levels.energy(k + 1) - levels.energy(k));
        }
        return narrowest;
    }

    /**
     * The distance of two neighbouring levels at one field.
     *
     * @param half half the slope of its square, σ² (B − B₀) where two levels meet
     * @param scale of the levels' energies
     */
    private record Gap(double tesla, double kelvin, double half, double scale) {

        static Gap of(BlockLevels levels, int k) {
            var gap = levels.energy(k + 1) - levels.energy(k);
            var slope = levels.slope(k + 1) - levels.slope(k);
            return new Gap(levels.tesla(), gap, gap * slope, Math.abs(levels.energy(k)) + 1);
        }

        boolean isRounding() {
            return kelvin < ROUNDING * scale;
        }

        /** Whether it is Δ to 1e-8 of it, or to rounding: σ|B − B₀| is small beside it. */
        boolean isSmallest(double steepness) {
            return isRounding() || half * half < 1e-8 * steepness * kelvin * kelvin;
        }
    }
}
