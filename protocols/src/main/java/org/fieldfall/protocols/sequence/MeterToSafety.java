package org.fieldfall.protocols.sequence;

import org.fieldfall.protocols.instrument.BufferedMeter;

/** Ends an acquisition that may still run. A meter harms nothing, but the next run wants it idle. */
public final class MeterToSafety implements SafeStep {

    private final String name;
    private final BufferedMeter meter;

    public MeterToSafety(String name, BufferedMeter meter) {
        this.name = name;
        this.meter = meter.urgent();
    }

    @Override
    public String instrument() {
        return name;
    }

    @Override
    public boolean bring(Turn turn) {
        meter.resynchronise(turn.within());
        meter.stop(turn.within());
        turn.tell("end acquisition", "idle", true);
        return true;
    }
}
