package org.fieldfall.app.picture;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds a place for the name of a reference line: beside the line, inside the panel and off the curves. */
final class FreeSpot {

    /** From a line; further off no place is any better. */
    private static final double GAP = 3;

    /** From the frame with its ticks. */
    private static final double FRAME = 5;

    private static final int STEPS = 24;
    private static final double ROUNDING = 1e-6;

    private final Rectangle2D plot;
    private final List<PageCurve> lines;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** @param lines the reference lines too */
    FreeSpot(Rectangle2D plot, List<PageCurve> lines) {
        this.plot = plot;
        this.lines = lines;
    }

    /** The best box of this size along an upright line at x, low and right of it rather than left; taken from now on. */
    Rectangle2D besideUpright(double x, double width, double height) {
        var places = new ArrayList<Rectangle2D>();
        for (var left : new double[] {x + GAP, x - GAP - width}) {
            for (var i = 0; i <= STEPS; i++) {
                var top = plot.getMaxY() - FRAME - height - (plot.getHeight() - height - 2 * FRAME) * i / STEPS;
                places.add(new Rectangle2D.Double(left, top, width, height));
            }
        }
        return best(places);
    }

    /** The best box of this size along a level line at y, above it rather than below, right rather than left. */
    Rectangle2D besideLevel(double y, double width, double height) {
        var places = new ArrayList<Rectangle2D>();
        for (var top : new double[] {y - GAP - height, y + GAP}) {
            for (var i = 0; i <= STEPS; i++) {
                var left = plot.getMaxX() - FRAME - width - (plot.getWidth() - width - 2 * FRAME) * i / STEPS;
                places.add(new Rectangle2D.Double(left, top, width, height));
            }
        }
        return best(places);
    }

    private Rectangle2D best(List<Rectangle2D> places) {
        var best = places.get(0);
        var most = Double.NEGATIVE_INFINITY;
        for (var place : places) {
            var room = room(place);
            if (room > most + ROUNDING) {
                most = room;
                best = place;
            }
        }
        taken.add(best);
        return best;
    }

    private double room(Rectangle2D place) {
        if (!plot.contains(place) || taken.stream().anyMatch(place::intersects)) {
            return -1;
        }
        return lines.stream()
                .mapToDouble(line -> Math.min(GAP, line.distance(place)))
                .min()
                .orElse(GAP);
    }
}
