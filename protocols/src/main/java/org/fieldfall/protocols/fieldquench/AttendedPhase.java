package org.fieldfall.protocols.fieldquench;

import java.util.List;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.Vital;

/** A phase during which the vital channels are read in time; before arming, all of them afresh. */
record AttendedPhase(Phase phase, List<Vital> vitals) implements Phase {

    @Override
    public String name() {
        return phase.name();
    }

    @Override
    public double deadlineSeconds() {
        return phase.deadlineSeconds();
    }

    @Override
    public void enter(Conduct conduct) throws InterruptedException {
        // A first phase has yet to feed the thermometer.
        if (phase instanceof Prepare) {
            phase.enter(conduct);
            conduct.attend(vitals);
            return;
        }
        conduct.attend(vitals);
        if (phase instanceof Arm) {
            // In real time: a reply that is lost and asked for again must not make the readings before it stale.
            conduct.pace(Pace.REAL);
            conduct.attendAfresh();
        }
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
