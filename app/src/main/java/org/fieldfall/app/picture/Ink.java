package org.fieldfall.app.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/** What a figure is drawn with, on whatever ground; lengths in points (1/72 inch), y downwards. */
interface Ink {

    void stroke(Shape line, Pen pen);

    void fill(Shape area, Color color);

    /** Text from left to right, its line at y. */
    void text(Label label, Type type, Align align, double x, double y);

    /** Text from the bottom up, its line at x. */
    void textUpwards(Label label, Type type, Align align, double x, double y);

    /** Draws only what falls into a box. */
    void within(Rectangle2D box, Runnable drawing);
}
