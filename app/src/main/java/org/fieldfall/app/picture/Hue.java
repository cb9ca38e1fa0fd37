package org.fieldfall.app.picture;

import java.awt.Color;

/** Okabe and Ito's colours that show on white, in an order whose neighbours differ in brightness too. */
public enum Hue {
    BLUE(0x0072B2),
    VERMILION(0xD55E00),
    GREEN(0x009E73),
    BLACK(0x000000),
    PURPLE(0xCC79A7),
    SKY(0x56B4E9);

    private final Color color;

    Hue(int rgb) {
        color = new Color(rgb);
    }

    Color color() {
        return color;
    }
}
