package org.fieldfall.app.picture;

import java.util.List;

/** How a curve is drawn: colour, dashes and markers each tell it from the others. */
public record Manner(Hue hue, Dash dash, Marker marker) {

    private static final List<Manner> SET = List.of(
            new Manner(Hue.BLUE, Dash.SOLID, Marker.CIRCLE),
            new Manner(Hue.VERMILION, Dash.DASHED, Marker.SQUARE),
            new Manner(Hue.GREEN, Dash.DASH_DOT, Marker.UP),
            new Manner(Hue.BLACK, Dash.DOTTED, Marker.DIAMOND),
            new Manner(Hue.PURPLE, Dash.LONG, Marker.DOWN),
            new Manner(Hue.SKY, Dash.DASH_DOT_DOT, Marker.RIGHT));

    /** How many curves {@link #number} tells apart. */
    public static final int COUNT = 6;

    /** One of a set in which no two share colour, dashes or marker. */
    public static Manner number(int index) {
        if (index < 0 || index >= COUNT) {
            throw new IllegalArgumentException(
                    "a picture tells " + COUNT + " curves apart, 0 to " + (COUNT - 1) + ", not number " + index);
        }
        return SET.get(index);
    }

    /** For a curve alone. */
    public static Manner plain() {
        return new Manner(Hue.BLUE, Dash.SOLID, Marker.NONE);
    }

    public Manner with(Dash other) {
        return new Manner(hue, other, marker);
    }

    public Manner with(Marker other) {
        return new Manner(hue, dash, other);
    }
}
