package org.fieldfall.protocols.run;

/**
 * The run is over and every instrument has had its turn on the way to safety.
 *
 * @param status as in {@code success}, {@code aborted}, {@code failed}
 * @param isSafe every instrument was seen in its safe state
 * @param why what ended it, in words
 */
public record RunEnded(double rigSeconds, String status, boolean isSafe, String why) implements RunEvent {}
