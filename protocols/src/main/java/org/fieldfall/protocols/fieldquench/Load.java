package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;

/** Uploads the sweep while the crystal is still linked to the bath; the supply counts the points back. */
record Load(ShotContext context) implements Phase {

    @Override
    public String name() {
        return "load";
    }

    @Override
    public double deadlineSeconds() {
        return 60;
    }

    @Override
    public void enter(Conduct conduct) {
        conduct.pace(Pace.REAL);
    }

    @Override
    public void perform(Conduct conduct) {
        context.supply().load(context.plan().sweep(), context.within());
    }

    @Override
    public Outcome leave(Conduct conduct) {
        return Outcome.good("the supply holds " + context.plan().sweep());
    }
}
