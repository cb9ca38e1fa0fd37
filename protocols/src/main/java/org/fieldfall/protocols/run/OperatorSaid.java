package org.fieldfall.protocols.run;

/**
 * An operator's words.
 *
 * @param about name of the guard they acknowledge; empty for a note
 */
public record OperatorSaid(double rigSeconds, String who, String about, String text) implements RunEvent {}
