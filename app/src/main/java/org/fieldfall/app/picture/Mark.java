package org.fieldfall.app.picture;

/**
 * A value that matters, as a thin line across a panel.
 *
 * @param isVertical at a value of the x axis, else of the y axis
 */
public record Mark(boolean isVertical, double value, Label label) {

    public static Mark vertical(double x, String markup) {
        return new Mark(true, x, Label.of(markup));
    }

    public static Mark horizontal(double y, String markup) {
        return new Mark(false, y, Label.of(markup));
    }
}
