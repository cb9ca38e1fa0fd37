package org.fieldfall.drivers.transport;

/** Hears of a line that is lost and comes back, in that order, on a thread of the line's own. */
public interface LineListener {

    /** @param why what was seen, as in "unplugged, or closed by the other end" */
    void lost(String who, String why);

    /** The line can be used again; everything that had to be asked of the box first has been asked. */
    void back(String who);
}
