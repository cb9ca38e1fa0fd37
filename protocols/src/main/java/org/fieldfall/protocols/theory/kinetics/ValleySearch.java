package org.fieldfall.protocols.theory.kinetics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * Looks for the deepest place of a landscape over two ranges: on a grid first, since there may be several valleys, then
 * downhill from the deepest of them by steps to eight neighbours, halved where none is deeper. Immutable; the landscape is
 * asked by several threads.
 */
record ValleySearch(Range x, Range y) {

    private static final int ROWS = 25;
    private static final int COLUMNS = 41;
    private static final int VALLEYS = 3;
    private static final int HALVINGS = 9;

    record Place(double x, double y, double depth) {}

    /** Looks on the grid in a coarse landscape, then downhill in a fine one. */
    Place deepest(DoubleBinaryOperator coarse, DoubleBinaryOperator fine) {
        return valleys(grid(coarse)).parallelStream()
                .map(valley -> downhill(fine, valley))
                .min(Comparator.comparingDouble(Place::depth))
                .orElseThrow();
    }

    private Place[] grid(DoubleBinaryOperator landscape) {
        return IntStream.range(0, ROWS * COLUMNS)
                .parallel()
                .mapToObj(i -> node(landscape, i / COLUMNS, i % COLUMNS))
                .toArray(Place[]::new);
    }

    private Place node(DoubleBinaryOperator landscape, int row, int column) {
        return place(landscape, x.at((double) row / (ROWS - 1)), y.at((double) column / (COLUMNS - 1)));
    }

    private static Place place(DoubleBinaryOperator landscape, double x, double y) {
        return new Place(x, y, landscape.applyAsDouble(x, y));
    }

    /** The deepest places of the grid that no neighbour is deeper than. */
    private static List<Place> valleys(Place[] grid) {
        var found = new ArrayList<Place>();
        for (var i = 0; i < grid.length; i++) {
            if (isValley(grid, i / COLUMNS, i % COLUMNS)) {
                found.add(grid[i]);
            }
        }
        found.sort(Comparator.comparingDouble(Place::depth));
        return found.subList(0, Math.min(VALLEYS, found.size()));
    }

    private static boolean isValley(Place[] grid, int row, int column) {
        var depth = grid[row * COLUMNS + column].depth;
        for (var r = Math.max(0, row - 1); r <= Math.min(ROWS - 1, row + 1); r++) {
            for (var c = Math.max(0, column - 1); c <= Math.min(COLUMNS - 1, column + 1); c++) {
                if (grid[r * COLUMNS + c].depth < depth) {
                    return false;
                }
            }
        }
        return true;
    }

    private Place downhill(DoubleBinaryOperator landscape, Place valley) {
        var here = place(landscape, valley.x, valley.y);
        var cell = 1.0;
        for (var halvings = 0; halvings <= HALVINGS; ) {
            var deeper = deeperNeighbour(landscape, here, cell);
            if (deeper.depth < here.depth) {
                here = deeper;
            } else {
                cell /= 2;
                halvings++;
            }
        }
        return here;
    }

    private Place deeperNeighbour(DoubleBinaryOperator landscape, Place here, double cell) {
        var deepest = here;
        for (var i = -1; i <= 1; i++) {
            for (var j = -1; j <= 1; j++) {
                var atX = x.within(here.x + i * cell * (x.to() - x.from()) / (ROWS - 1));
                var atY = y.within(here.y + j * cell * (y.to() - y.from()) / (COLUMNS - 1));
                if (atX != here.x || atY != here.y) {
                    var there = place(landscape, atX, atY);
                    deepest = there.depth < deepest.depth ? there : deepest;
                }
            }
        }
        return deepest;
    }
}
