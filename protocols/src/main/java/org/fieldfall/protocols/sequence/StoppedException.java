package org.fieldfall.protocols.sequence;

/** The operator ended the run. */
public final class StoppedException extends RuntimeException {

    private final StopSwitch.Pressed pressed;

    StoppedException(StopSwitch.Pressed pressed) {
        super(pressed.press() + " by " + pressed.who());
        this.pressed = pressed;
    }

    public StopSwitch.Pressed pressed() {
        return pressed;
    }
}
