package org.fieldfall.protocols.sequence;

import java.time.Duration;
import org.fieldfall.protocols.instrument.Excitation;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.SafeStateStep;

/** Takes the current off the thermometer; the source reads its level back. */
public final class ExcitationToSafety implements SafeStep {

    private final String name;
    private final Excitation source;
    private final Duration within;

    public ExcitationToSafety(String name, Excitation source, Duration within) {
        this.name = name;
        this.source = source.urgent();
        this.within = within;
    }

    @Override
    public String instrument() {
        return name;
    }

    @Override
    public boolean bring(RigClock clock, RunListener listener) {
        source.resynchronise(within);
        source.set(0, within);
        listener.heard(new SafeStateStep(clock.seconds(), name, "0 A", "reads back 0 A", true));
        return true;
    }
}
