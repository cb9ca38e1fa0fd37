package org.fieldfall.app.live;

import org.fieldfall.app.store.LogAlarm;

/** Hears nothing. */
public final class QuietAlarm implements LogAlarm {
    @Override
    public void stalled(String report) {}

    @Override
    public void failed(String report) {}

    @Override
    public void recovered(String report) {}
}
