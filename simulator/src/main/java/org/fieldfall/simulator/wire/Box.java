package org.fieldfall.simulator.wire;

/** What sits at the instrument's end of a line: hears lines, says text. Called by the line's thread only. */
public interface Box {

    /** The other end has come. */
    default void pickUp() {}

    /** A line, without its end. */
    void hear(String line);

    /** More came without an end of line than the box can hold; it was dropped. */
    void hearTooMuch();

    /** The other end has left; nobody waits for answers any more. */
    void hangUp();

    /** True while an answer to something heard is still due. */
    boolean isBusy();

    /** Longest time until the line looks again whether something came. */
    default int patienceMillis() {
        return 100;
    }

    /** Takes what there is to say by now; ASCII, empty if nothing. */
    String say();
}
