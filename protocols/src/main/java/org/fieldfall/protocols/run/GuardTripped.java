package org.fieldfall.protocols.run;

/** A value passed a limit, with what follows from it. A stale or invalid value is NaN. */
public record GuardTripped(double rigSeconds, String guard, double value, double limit, String unit, String consequence)
        implements RunEvent {}
