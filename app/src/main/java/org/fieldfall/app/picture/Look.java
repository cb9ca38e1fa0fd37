package org.fieldfall.app.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;

/** Colours (Okabe and Ito's, told apart by every eye), strokes and fonts of a picture. */
final class Look {

    static final Color FIELD = new Color(0x00, 0x9E, 0x73);
    static final Color MEASURED = new Color(0x56, 0xB4, 0xE9);
    static final Color PREDICTED = new Color(0xD5, 0x5E, 0x00);
    static final Color SUDDEN = new Color(0x33, 0x33, 0x33);
    static final BasicStroke LINE = new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    static final BasicStroke BROAD = new BasicStroke(4.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    static final BasicStroke THIN = new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    static final BasicStroke DASHED =
            new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {9, 6}, 0);

    private Look() {}

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    static Color pale(Color colour, int opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
    }
}
