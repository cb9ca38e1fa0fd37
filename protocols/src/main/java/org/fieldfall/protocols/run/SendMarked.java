package org.fieldfall.protocols.run;

/**
 * A command whose moment matters was sent: the instrument acted between {@code beforeSeconds} and {@code rigSeconds}.
 *
 * @param rigSeconds host time after the send returned
 * @param mark what was sent, as in {@code acquisition 1} or {@code sweep}
 */
public record SendMarked(double rigSeconds, String mark, double beforeSeconds) implements RunEvent {}
