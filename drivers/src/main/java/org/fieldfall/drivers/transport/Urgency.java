package org.fieldfall.drivers.transport;

/** Which of the waiting exchanges goes next on a line; none is ever cut short by another. */
public enum Urgency {
    /** Goes next after the exchange in flight: commands on the way to the safe state. */
    STOP,
    /** In the order of asking. */
    ROUTINE
}
