package org.fieldfall.protocols.instrument;

import org.jspecify.annotations.Nullable;

/** Nothing, or not enough, came back in time. What the instrument did is unknown: ask its state, then decide. */
public final class NoReplyException extends InstrumentException {

    public NoReplyException(String who, String report) {
        this(who, report, null);
    }

    public NoReplyException(String who, String report, @Nullable Throwable cause) {
        super(who, report, cause);
    }
}
