package org.fieldfall.protocols.theory.level;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A Hamiltonian in a field of one direction, by diagonalisation.
 *
 * <p>States that neither H nor the moment ever joins (M of another remainder under a fourfold axis, total M of a cluster
 * without anisotropy) fall into blocks, which are solved one by one. Levels of different blocks cross.
 */
final class InField implements SpinModel {

    private final List<Block> blocks;

    private InField(List<Block> blocks) {
        this.blocks = blocks;
    }

    static InField of(Hamiltonian hamiltonian, Direction direction) {
        var energy = hamiltonian.zeroField();
        var moment = hamiltonian.moment(direction);
        return new InField(statesOfBlocks(energy, moment).stream()
                .map(states -> new Block(energy.on(states), moment.on(states)))
                .toList());
    }

    @Override
    public EigenLevels at(double tesla) {
        if (!Double.isFinite(tesla)) {
            throw new IllegalArgumentException("field must be finite, got " + tesla + " T");
        }
        return new EigenLevels(blocks.stream().map(block -> block.at(tesla)).toList());
    }

    @Override
    public Passage passage(double biTesla, double bfTesla, double teslaPerSecond) {
        SpinModel.checkRate(teslaPerSecond);
        var before = at(biTesla);
        var after = at(bfTesla);
        if (teslaPerSecond == Double.POSITIVE_INFINITY) {
            return new FrozenPassage(before, after, bfTesla - biTesla);
        }
        var crossings = new ArrayList<List<Crossing>>();
        for (var b = 0; b < blocks.size(); b++) {
            crossings.add(new LevelPath(blocks.get(b), teslaPerSecond)
                    .crossings(before.blocks().get(b), after.blocks().get(b)));
        }
        return new FollowedPassage(before, after, crossings);
    }

    /** Each block's states, ascending, blocks in the order of their first. */
    private static List<int[]> statesOfBlocks(Operator energy, Operator moment) {
        var size = energy.size();
        var root = new int[size];
        Arrays.setAll(root, i -> i);
        IntUnaryOperator find = i -> {
            var j = i;
            while (root[j] != j) {
                j = root[j];
            }
            return j;
        };
        for (var i = 0; i < size; i++) {
            for (var j = 0; j < i; j++) {
                if (energy.connects(i, j) || moment.connects(i, j)) {
                    var a = find.applyAsInt(i);
                    var b = find.applyAsInt(j);
                    root[Math.max(a, b)] = Math.min(a, b);
                }
            }
        }
        var states = new ArrayList<List<Integer>>();
        for (var i = 0; i < size; i++) {
            states.add(new ArrayList<>());
            states.get(find.applyAsInt(i)).add(i);
        }
        return states.stream()
                .filter(block -> !block.isEmpty())
                .map(block -> block.stream().mapToInt(i -> i).toArray())
                .toList();
    }

    /** Energy of the old density matrix at the new field: Tr ρ(Bi) H(Bf). */
    private record FrozenPassage(EigenLevels before, EigenLevels after, double teslaChange) implements Passage {

        @Override
        public double keptExcess(double kelvin) {
            var old = before.averages(kelvin);
            // The magnetic number is dE/d(muB B): the energy is linear in the field.
            var work = Constants.BOHR_MAGNETON_KELVIN * teslaChange * old.magneticNumber();
            return old.excess() + work + (before.lowestKelvin() - after.lowestKelvin());
        }
    }

    /** Populations that stay on their levels but for what each crossing hands over, block by block. */
    record FollowedPassage(EigenLevels before, EigenLevels after, List<List<Crossing>> crossings) implements Passage {

        @Override
        public double keptExcess(double kelvin) {
            var populations = before.populations(kelvin);
            for (var b = 0; b < populations.size(); b++) {
                for (var crossing : crossings.get(b)) {
                    crossing.handOver(populations.get(b));
                }
            }
            return after.excessOf(populations);
        }
    }
}
