package org.fieldfall.protocols.sequence;

import java.time.Duration;
import org.fieldfall.protocols.instrument.HeatSwitch;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.SafeStateStep;

/** Links the sample to the bath. A switch without feedback can only confirm that it heard the command. */
public final class SwitchToSafety implements SafeStep {

    private final String name;
    private final HeatSwitch link;
    private final Duration within;

    public SwitchToSafety(String name, HeatSwitch link, Duration within) {
        this.name = name;
        this.link = link.urgent();
        this.within = within;
    }

    @Override
    public String instrument() {
        return name;
    }

    @Override
    public boolean bring(RigClock clock, RunListener listener) {
        link.resynchronise(within);
        link.close(within);
        String seen = "command confirmed, state " + link.state(within);
        listener.heard(new SafeStateStep(clock.seconds(), name, "close", seen, true));
        return true;
    }
}
