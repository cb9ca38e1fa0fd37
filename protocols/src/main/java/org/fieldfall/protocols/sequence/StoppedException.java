package org.fieldfall.protocols.sequence;

/** The operator ended the run. */
public final class StoppedException extends RuntimeException {

    private final RunControl.Pressed pressed;

    StoppedException(RunControl.Pressed pressed) {
        super(pressed.press() + " by " + pressed.who());
        this.pressed = pressed;
    }

    public RunControl.Pressed pressed() {
        return pressed;
    }
}
