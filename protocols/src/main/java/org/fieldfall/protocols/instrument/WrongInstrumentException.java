package org.fieldfall.protocols.instrument;

import org.jspecify.annotations.Nullable;

/** Another instrument than the configured one is on the line. */
public final class WrongInstrumentException extends InstrumentException {

    public WrongInstrumentException(String who, String report) {
        this(who, report, null);
    }

    public WrongInstrumentException(String who, String report, @Nullable Throwable cause) {
        super(who, report, cause);
    }
}
