package org.fieldfall.app.picture;

/** Which part of a text stands at the place it is given. */
enum Align {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double share;

    Align(double share) {
        this.share = share;
    }

    /** How much of the text's width lies before the place. */
    double share() {
        return share;
    }
}
