package org.fieldfall.app.picture;

/** How a line is broken, so that curves are told apart without colour. */
public enum Dash {
    SOLID,
    DASHED,
    DOTTED,
    DASH_DOT,
    LONG,
    DASH_DOT_DOT;

    /** Drawn and left out by turns, in points; nothing for an unbroken line. */
    float[] points() {
        return switch (this) {
            case SOLID -> new float[0];
            case DASHED -> new float[] {5, 2};
            case DOTTED -> new float[] {1.2f, 1.6f};
            case DASH_DOT -> new float[] {6, 1.8f, 1.2f, 1.8f};
            case LONG -> new float[] {9, 2.5f};
            case DASH_DOT_DOT -> new float[] {6, 1.5f, 1.2f, 1.5f, 1.2f, 1.5f};
        };
    }
}
