package org.fieldfall.app.picture;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** The kinds of letters in a figure, by their size in points; readable at the width of a journal's column. */
enum Type {
    TITLE(8),
    PLAIN(7),
    FINE(5.5f);

    /** Size of an index or a power, and how far it stands off the line, in sizes of the letters on the line. */
    static final double SMALL = 0.72;

    static final double SHIFT = 0.32;

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final float size;

    Type(float size) {
        this.size = size;
    }

    float size() {
        return size;
    }

    /** From one line to the next. */
    double lineHeight() {
        return 1.25 * size;
    }

    /** How far capitals rise above the line. */
    double capHeight() {
        return 0.73 * size;
    }

    Font font(Label.Run run) {
        var font = Look.font(run.isItalic() ? Font.ITALIC : Font.PLAIN, 1);
        return font.deriveFont(run.level() == Label.Level.LINE ? size : (float) (SMALL * size));
    }

    /** How far the letters stand below the line; negative above it. */
    double drop(Label.Run run) {
        return switch (run.level()) {
            case LINE -> 0;
            case BELOW -> 0.6 * SHIFT * size;
            case ABOVE -> -SHIFT * size;
        };
    }

    double width(Label label) {
        return label.runs().stream().mapToDouble(this::width).sum();
    }

    double width(Label.Run run) {
        return font(run).getStringBounds(run.text(), CONTEXT).getWidth();
    }
}
