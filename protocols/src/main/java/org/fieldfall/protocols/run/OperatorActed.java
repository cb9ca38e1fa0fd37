package org.fieldfall.protocols.run;

/** The operator asked for something: stop, emergency. */
public record OperatorActed(double rigSeconds, String act, String who) implements RunEvent {}
