package org.fieldfall.protocols.run;

/** A phase ended, with the mark it earned and the reason in words. */
public record PhaseEnded(double rigSeconds, String phase, Quality quality, String why) implements RunEvent {}
