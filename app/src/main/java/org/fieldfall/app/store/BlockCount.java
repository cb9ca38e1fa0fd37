package org.fieldfall.app.store;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.run.BlockTaken;

/** The readings of one acquisition as its blocks go by: how many came, and which did not. */
final class BlockCount {

    private record Hole(long firstIndex, long count) {}

    private final List<Hole> holes = new ArrayList<>();
    private long held;
    private long end;
    private double intervalSeconds;
    private double startSeconds = Double.POSITIVE_INFINITY;
    private int phasesEnded;

    /** @param ended how many phases had ended before it came */
    void take(BlockTaken taken, int ended) {
        var block = taken.block();
        if (block.firstIndex() > end) {
            holes.add(new Hole(end, block.firstIndex() - end));
        }
        long blockEnd = block.firstIndex() + block.size();
        held += Math.max(0, blockEnd - Math.max(end, block.firstIndex()));
        end = Math.max(end, blockEnd);
        intervalSeconds = block.intervalSeconds();
        // A reading is taken before it is heard of: of all such bounds on the start the lowest is the best.
        startSeconds = Math.min(startSeconds, taken.rigSeconds() - (end - 1) * intervalSeconds);
        phasesEnded = ended;
    }

    long held() {
        return held;
    }

    /** Readings up to the end of the last block. */
    long end() {
        return end;
    }

    int phasesEnded() {
        return phasesEnded;
    }

    /** Readings that were taken by a rig time, at least. */
    long dueBy(double rigSeconds) {
        return Math.max(end, 1 + (long) Math.floor((rigSeconds - startSeconds) / intervalSeconds));
    }

    List<Gap> gaps(String channel, int acquisition, long due) {
        List<Hole> all = new ArrayList<>(holes);
        if (due > end) {
            all.add(new Hole(end, due - end));
        }
        return all.stream().map(hole -> gap(channel, acquisition, hole)).toList();
    }

    private Gap gap(String channel, int acquisition, Hole hole) {
        long last = hole.firstIndex() + hole.count() - 1;
        double from = hole.firstIndex() * intervalSeconds;
        return new Gap(channel, acquisition, hole.firstIndex(), hole.count(), from, last * intervalSeconds);
    }
}
