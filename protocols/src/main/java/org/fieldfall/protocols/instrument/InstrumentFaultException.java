package org.fieldfall.protocols.instrument;

import org.jspecify.annotations.Nullable;

/** The instrument refuses, or reports a fault of its own. */
public final class InstrumentFaultException extends InstrumentException {

    public InstrumentFaultException(String who, String report) {
        this(who, report, null);
    }

    public InstrumentFaultException(String who, String report, @Nullable Throwable cause) {
        super(who, report, cause);
    }
}
