package org.fieldfall.protocols.instrument;

import org.jspecify.annotations.Nullable;

/**
 * An instrument, or the line to it, did not do what was asked. The message is a short report: who, what was asked, what
 * came, what was due.
 */
public abstract class InstrumentException extends RuntimeException {

    private final String who;
    private final String report;

    /**
     * @param who role or instrument name with its resource, as in {@code field supply (ASRL/dev/ttyUSB0::INSTR)}
     * @param report what was asked, what came, what was due
     */
    protected InstrumentException(String who, String report, @Nullable Throwable cause) {
        super(who + ": " + report, cause);
        this.who = who;
        this.report = report;
    }

    public final String who() {
        return who;
    }

    /** True if the instrument will never do better, however long one waits; a line that is lost may come back. */
    public boolean isForGood() {
        return false;
    }

    /** The message without the name. */
    public final String report() {
        return report;
    }
}
