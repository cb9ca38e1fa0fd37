package org.fieldfall.protocols.sequence;

import org.fieldfall.protocols.instrument.SampleHeater;

/** Switches the sample heater off; it asks back that it is. */
public final class HeaterToSafety implements SafeStep {

    private final String name;
    private final SampleHeater heater;

    public HeaterToSafety(String name, SampleHeater heater) {
        this.name = name;
        this.heater = heater.urgent();
    }

    @Override
    public String instrument() {
        return name;
    }

    @Override
    public boolean bring(Turn turn) {
        heater.resynchronise(turn.within());
        heater.off(turn.within());
        turn.tell("off", "reads back off", true);
        return true;
    }
}
