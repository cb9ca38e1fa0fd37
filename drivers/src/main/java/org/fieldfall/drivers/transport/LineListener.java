package org.fieldfall.drivers.transport;

import org.fieldfall.protocols.instrument.LineState;

/** Hears what becomes of a line, in that order, on a thread of the line's own. */
@FunctionalInterface
public interface LineListener {

    /** @param why what was seen, as in "unplugged, or closed by the other end"; empty where the state says it all */
    void changed(String who, LineState state, String why);
}
