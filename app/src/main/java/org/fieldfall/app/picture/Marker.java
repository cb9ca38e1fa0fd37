package org.fieldfall.app.picture;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** A sign set on a curve here and there, so that it is told from the others without colour. */
public enum Marker {
    NONE,
    CIRCLE,
    SQUARE,
    UP,
    DIAMOND,
    DOWN,
    RIGHT;

    /** Half its width, in points. */
    static final double SIZE = 2;

    /** Its outline around a place; of no size for none. */
    Shape at(double x, double y) {
        return switch (this) {
            case NONE -> outline(x, y, 0, 0);
            case CIRCLE -> new Ellipse2D.Double(x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE);
            case SQUARE -> outline(x, y, -0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9);
            case UP -> outline(x, y, -1.1, 0.8, 1.1, 0.8, 0, -1.2);
            case DIAMOND -> outline(x, y, -1.2, 0, 0, -1.2, 1.2, 0, 0, 1.2);
            case DOWN -> outline(x, y, -1.1, -0.8, 1.1, -0.8, 0, 1.2);
            case RIGHT -> outline(x, y, -0.8, -1.1, -0.8, 1.1, 1.2, 0);
        };
    }

    private static Shape outline(double x, double y, double... corners) {
        var outline = new Path2D.Double();
        outline.moveTo(x + SIZE * corners[0], y + SIZE * corners[1]);
        for (var i = 2; i < corners.length; i += 2) {
            outline.lineTo(x + SIZE * corners[i], y + SIZE * corners[i + 1]);
        }
        outline.closePath();
        return outline;
    }
}
