package org.fieldfall.protocols.instrument;

import org.jspecify.annotations.Nullable;

/** Something came back that is not an answer to the question. Resynchronise before asking again. */
public final class GarbledReplyException extends InstrumentException {

    public GarbledReplyException(String who, String report) {
        this(who, report, null);
    }

    public GarbledReplyException(String who, String report, @Nullable Throwable cause) {
        super(who, report, cause);
    }
}
