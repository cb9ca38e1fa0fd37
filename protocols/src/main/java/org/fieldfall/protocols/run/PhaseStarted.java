package org.fieldfall.protocols.run;

/** A phase began; it must end within {@code deadlineSeconds} of rig time. */
public record PhaseStarted(double rigSeconds, String phase, double deadlineSeconds) implements RunEvent {}
