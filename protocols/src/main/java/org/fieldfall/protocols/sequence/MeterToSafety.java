package org.fieldfall.protocols.sequence;

import java.time.Duration;
import org.fieldfall.protocols.instrument.BufferedMeter;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.SafeStateStep;

/** Ends an acquisition that may still run. A meter harms nothing, but the next run wants it idle. */
public final class MeterToSafety implements SafeStep {

    private final String name;
    private final BufferedMeter meter;
    private final Duration within;

    public MeterToSafety(String name, BufferedMeter meter, Duration within) {
        this.name = name;
        this.meter = meter.urgent();
        this.within = within;
    }

    @Override
    public String instrument() {
        return name;
    }

    @Override
    public boolean bring(RigClock clock, RunListener listener) {
        meter.resynchronise(within);
        meter.stop(within);
        listener.heard(new SafeStateStep(clock.seconds(), name, "end acquisition", "idle", true));
        return true;
    }
}
