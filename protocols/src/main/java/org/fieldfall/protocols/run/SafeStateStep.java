package org.fieldfall.protocols.run;

/** One step on the way to the safe state: what was sent, what was seen, whether that is safe. */
public record SafeStateStep(double rigSeconds, String instrument, String command, String readback, boolean isSafe)
        implements RunEvent {}
