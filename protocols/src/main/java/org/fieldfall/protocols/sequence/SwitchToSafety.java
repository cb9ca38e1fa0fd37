package org.fieldfall.protocols.sequence;

import org.fieldfall.protocols.instrument.HeatSwitch;

/** Links the sample to the bath. A switch without feedback can only confirm that it heard the command. */
public final class SwitchToSafety implements SafeStep {

    private final String name;
    private final HeatSwitch link;

    public SwitchToSafety(String name, HeatSwitch link) {
        this.name = name;
        this.link = link.urgent();
    }

    @Override
    public String instrument() {
        return name;
    }

    @Override
    public boolean bring(Turn turn) {
        link.resynchronise(turn.within());
        link.close(turn.within());
        String seen = "command confirmed, state " + link.state(turn.within());
        turn.tell("close", seen, true);
        return true;
    }
}
