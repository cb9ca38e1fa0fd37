package org.fieldfall.protocols.sequence;

import org.fieldfall.protocols.instrument.Excitation;

/** Takes the current off the thermometer; the source reads its level back. */
public final class ExcitationToSafety implements SafeStep {

    private final String name;
    private final Excitation source;

    public ExcitationToSafety(String name, Excitation source) {
        this.name = name;
        this.source = source.urgent();
    }

    @Override
    public String instrument() {
        return name;
    }

    @Override
    public boolean bring(Turn turn) {
        source.resynchronise(turn.within());
        source.set(0, turn.within());
        turn.tell("0 A", "reads back 0 A", true);
        return true;
    }
}
