package org.fieldfall.protocols.instrument;

import java.time.Duration;

/**
 * Links the sample to the bath or parts it. Both commands return when the switch has taken them, not when it has moved:
 * wait {@link #settleSeconds()} of rig time and prove the state by temperature.
 */
public interface HeatSwitch {

    /** What can be known of the switch. Without feedback it stays UNKNOWN, with the last command beside it. */
    enum State {
        OPEN,
        CLOSED,
        MOVING,
        UNKNOWN,
        FAULT
    }

    /** What was last sent, if anything was. */
    enum Command {
        NONE,
        OPEN,
        CLOSE
    }

    Identity identify(Duration within);

    void open(Duration within);

    void close(Duration within);

    State state(Duration within);

    /** The last command that was confirmed; asks nothing. */
    Command lastCommand();

    double settleSeconds();

    void resynchronise(Duration within);

    /** The same switch, whose exchanges go next after the one in flight: for the way to the safe state. */
    default HeatSwitch urgent() {
        return this;
    }
}
