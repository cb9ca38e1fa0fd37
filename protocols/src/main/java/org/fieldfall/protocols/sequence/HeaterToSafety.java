package org.fieldfall.protocols.sequence;

import java.time.Duration;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.SafeStateStep;

/** Switches the sample heater off; it asks back that it is. */
public final class HeaterToSafety implements SafeStep {

    private final String name;
    private final SampleHeater heater;
    private final Duration within;

    public HeaterToSafety(String name, SampleHeater heater, Duration within) {
        this.name = name;
        this.heater = heater.urgent();
        this.within = within;
    }

    @Override
    public String instrument() {
        return name;
    }

    @Override
    public boolean bring(RigClock clock, RunListener listener) {
        heater.resynchronise(within);
        heater.off(within);
        listener.heard(new SafeStateStep(clock.seconds(), name, "off", "reads back off", true));
        return true;
    }
}
