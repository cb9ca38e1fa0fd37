package org.fieldfall.protocols.instrument;

import org.jspecify.annotations.Nullable;

/** The line is absent, busy or gone: port missing, connection refused, unplugged. */
public final class LineLostException extends InstrumentException {

    public LineLostException(String who, String report) {
        this(who, report, null);
    }

    public LineLostException(String who, String report, @Nullable Throwable cause) {
        super(who, report, cause);
    }
}
