package org.fieldfall.app.picture;

import java.awt.Color;

/**
 * What a line is drawn with.
 *
 * @param width in points
 */
record Pen(Color color, double width, Dash dash) {

    static final Pen FRAME = new Pen(Color.BLACK, 0.6, Dash.SOLID);
    static final Pen REFERENCE = new Pen(new Color(0x777777), 0.5, Dash.DASHED);
    static final Pen ZERO = new Pen(new Color(0xBBBBBB), 0.4, Dash.SOLID);
    private static final float PALE = 0.28f;
    private static final double CURVE = 1.1;
    private static final double OUTLINE = 0.7;

    /** A shade of it that a curve of the same hue shows on. */
    static Color pale(Hue hue) {
        Color full = hue.color();
        return new Color(paler(full.getRed()), paler(full.getGreen()), paler(full.getBlue()));
    }

    private static int paler(int part) {
        return 255 - Math.round(PALE * (255 - part));
    }

    static Pen curve(Manner manner) {
        return new Pen(manner.hue().color(), CURVE, manner.dash());
    }

    /** For the rim of a marker. */
    static Pen outline(Manner manner) {
        return new Pen(manner.hue().color(), OUTLINE, Dash.SOLID);
    }
}
