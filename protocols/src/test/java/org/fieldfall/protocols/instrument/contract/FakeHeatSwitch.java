package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import org.fieldfall.protocols.instrument.HeatSwitch;
import org.fieldfall.protocols.instrument.Identity;

/** A heat switch that takes its time to move and has no sensor. */
final class FakeHeatSwitch implements HeatSwitch {

    private static final double MOVING_SECONDS = 0.5;

    private final FakeLine line;
    private Command last = Command.NONE;
    private boolean wasLinked = true;
    private boolean isMovedToLink = true;
    private double movedSeconds;

    FakeHeatSwitch(FakeLine line) {
        this.line = line;
    }

    boolean isLinked() {
        return line.seconds() - movedSeconds >= MOVING_SECONDS ? isMovedToLink : wasLinked;
    }

    private void move(boolean toLink, Command command, Duration within) {
        last = Command.NONE;
        line.ask(command.name(), within);
        wasLinked = isLinked();
        isMovedToLink = toLink;
        movedSeconds = line.seconds();
        last = command;
    }

    @Override
    public Identity identify(Duration within) {
        return line.identify(within);
    }

    @Override
    public void open(Duration within) {
        move(false, Command.OPEN, within);
    }

    @Override
    public void close(Duration within) {
        move(true, Command.CLOSE, within);
    }

    @Override
    public State state(Duration within) {
        return State.UNKNOWN;
    }

    @Override
    public Command lastCommand() {
        return last;
    }

    @Override
    public double settleSeconds() {
        return 1;
    }

    @Override
    public void resynchronise(Duration within) {
        line.ask("anything", within);
    }
}
