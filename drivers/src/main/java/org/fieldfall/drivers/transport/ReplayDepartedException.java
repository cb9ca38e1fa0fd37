package org.fieldfall.drivers.transport;

import org.fieldfall.protocols.instrument.InstrumentException;

/** A replayed instrument was told what its capture does not hold: from here on it can play nothing that means anything. */
public final class ReplayDepartedException extends InstrumentException {

    ReplayDepartedException(String who, String report) {
        super(who, report, null);
    }

    @Override
    public boolean isForGood() {
        return true;
    }
}
