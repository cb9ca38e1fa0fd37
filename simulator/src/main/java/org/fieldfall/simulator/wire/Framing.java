package org.fieldfall.simulator.wire;

/** How the bytes that arrive become what a box hears. */
interface Framing {

    void feed(byte[] bytes, int from, int to);

    /** Nothing more is there for now. */
    void pause();

    /** Forgets what is half heard. */
    void clear();
}
