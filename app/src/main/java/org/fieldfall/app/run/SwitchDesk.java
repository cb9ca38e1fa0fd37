package org.fieldfall.app.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldfall.app.guard.OperatorDesk;
import org.fieldfall.app.guard.Standing;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.sequence.StopSwitch;

/** The stop switch as a desk, for as long as there is nothing better. Safe to share between threads. */
final class SwitchDesk implements OperatorDesk {

    private final StopSwitch stop;
    private volatile Consumer<String> notes = text -> {};
    private volatile String state = "IDLE";
    private volatile String phase = "";

    SwitchDesk(StopSwitch stop) {
        this.stop = stop;
    }

    void noteTo(Consumer<String> ear) {
        notes = ear;
    }

    void heard(RunEvent event) {
        if (event instanceof PhaseStarted started) {
            state = "RUNNING";
            phase = started.phase();
        } else if (event instanceof PhaseEnded) {
            phase = "";
        } else if (event instanceof RunEnded ended) {
            state = ended.isSafe() ? "SAFE" : "FAULT";
        }
    }

    @Override
    public Reply hold(String who) {
        return new Reply(false, "this version cannot be held");
    }

    @Override
    public Reply resume(String who) {
        return new Reply(false, "the run is not held");
    }

    @Override
    public Reply stop(String who) {
        stop.press(StopSwitch.Press.STOP, who);
        return new Reply(true, "STOP: the rig goes to its safe state");
    }

    @Override
    public Reply emergency(String who) {
        stop.press(StopSwitch.Press.EMERGENCY, who);
        return new Reply(true, "EMERGENCY: only the safe-state commands from here on");
    }

    @Override
    public Reply acknowledge(String guard, String who, String text) {
        return new Reply(false, "no guard is latched");
    }

    @Override
    public Reply note(String who, String text) {
        notes.accept(who + ": " + text);
        return new Reply(true, "noted");
    }

    @Override
    public Standing standing() {
        return new Standing(state, phase, Optional.empty(), List.of());
    }
}
