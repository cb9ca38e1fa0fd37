package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Phase;

/** A phase of one shot among several: its name tells which. */
record LabelledPhase(String label, Phase phase) implements Phase {

    /** What stands before the names of a shot's phases; empty where the run has no other shot. */
    static String label(int number, int of, Shot shot) {
        return of == 1 ? "" : number + " " + shot.kind().word() + ": ";
    }

    @Override
    public String name() {
        return label + phase.name();
    }

    @Override
    public double deadlineSeconds() {
        return phase.deadlineSeconds();
    }

    @Override
    public void enter(Conduct conduct) throws InterruptedException {
        phase.enter(conduct);
    }

    @Override
    public void perform(Conduct conduct) throws InterruptedException {
        phase.perform(conduct);
    }

    @Override
    public Outcome leave(Conduct conduct) throws InterruptedException {
        return phase.leave(conduct);
    }
}
