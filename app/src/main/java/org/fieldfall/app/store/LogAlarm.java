package org.fieldfall.app.store;

/** Hears that the log cannot keep up or cannot write. Called on the log's thread or the recording one; must return soon. */
public interface LogAlarm {

    /** The queue stayed full for as long as a caller may wait: events are being lost. Told once for each stall. */
    void stalled(String report);

    /** Writing or forcing failed; it is tried again until the log is closed. Told once for each failure. */
    void failed(String report);

    /** The stall or the failure is over. */
    void recovered(String report);
}
