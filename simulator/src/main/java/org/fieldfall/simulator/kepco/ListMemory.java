package org.fieldfall.simulator.kepco;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fieldfall.simulator.scpi.ScpiFault;
import org.fieldfall.simulator.world.LevelList;

/**
 * The card's list of levels and dwells, as sent, and the order they are run in. Clearing it leaves the order as it is; a
 * sequence counts from 1, as reading back does.
 */
final class ListMemory {

    private static final double SHORTEST_DWELL = 0.0005;
    private static final double LONGEST_DWELL = 10;
    private static final int MOST_READ_BACK = 16;

    private final List<Double> levels = new ArrayList<>();
    private final List<Double> dwells = new ArrayList<>();
    private final int capacity;
    private final List<Integer> sequence = new ArrayList<>();
    private int repeats = 1;
    private boolean isDownward;
    private boolean isSequenced;
    private int readFrom = 1;

    ListMemory(int capacity) {
        this.capacity = capacity;
    }

    void clear() {
        levels.clear();
        dwells.clear();
    }

    void addLevels(List<Double> more) {
        room(levels, more);
        levels.addAll(more);
    }

    void addDwells(List<Double> more) {
        if (more.stream().anyMatch(dwell -> dwell < SHORTEST_DWELL || dwell > LONGEST_DWELL)) {
            throw ScpiFault.outOfRange();
        }
        room(dwells, more);
        dwells.addAll(more);
    }

    void run(boolean downward) {
        isDownward = downward;
    }

    boolean isDownward() {
        return isDownward;
    }

    /** Whether steps come in the order of the sequence, not as they lie. */
    void follow(boolean itsSequence) {
        isSequenced = itsSequence;
    }

    boolean isSequenced() {
        return isSequenced;
    }

    void sequence(List<Integer> steps) {
        if (steps.size() > capacity) {
            throw new ScpiFault(-223, "Too much data");
        }
        sequence.clear();
        sequence.addAll(steps);
    }

    List<Integer> sequence() {
        return List.copyOf(sequence);
    }

    /** As after a reset. */
    void reset() {
        clear();
        sequence.clear();
        repeats = 1;
        isDownward = false;
        isSequenced = false;
    }

    void repeat(int times) {
        repeats = times;
    }

    int repeats() {
        return repeats;
    }

    void readFrom(int first) {
        readFrom = first;
    }

    int readFrom() {
        return readFrom;
    }

    int size() {
        return levels.size();
    }

    int dwellCount() {
        return dwells.size();
    }

    String readLevels() {
        return read(levels);
    }

    String readDwells() {
        return read(dwells);
    }

    /** The list to be run, with each level as the converter makes it. */
    LevelList program(Converter converter) {
        if (levels.isEmpty() || (dwells.size() != 1 && dwells.size() != levels.size())) {
            throw new ScpiFault(-226, "Lists not same length");
        }
        int[] steps = order();
        double[] output = new double[steps.length];
        double[] seconds = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            output[i] = converter.output(levels.get(steps[i]));
            seconds[i] = dwells.get(dwells.size() == 1 ? 0 : steps[i]);
        }
        return LevelList.of(output, seconds, repeats);
    }

    private int[] order() {
        int[] steps = isSequenced
                ? sequence.stream().mapToInt(step -> step - 1).toArray()
                : IntStream.range(0, levels.size()).toArray();
        if (steps.length == 0 || IntStream.of(steps).anyMatch(step -> step >= levels.size())) {
            throw ScpiFault.settingsConflict();
        }
        if (isDownward) {
            return IntStream.range(0, steps.length)
                    .map(i -> steps[steps.length - 1 - i])
                    .toArray();
        }
        return steps;
    }

    private String read(List<Double> values) {
        int from = Math.min(readFrom - 1, values.size());
        int to = Math.min(from + MOST_READ_BACK, values.size());
        return String.join(
                ",", values.subList(from, to).stream().map(Numbers::format).toList());
    }

    private void room(List<Double> there, List<Double> more) {
        if (there.size() + more.size() > capacity) {
            throw new ScpiFault(-223, "Too much data");
        }
    }
}
