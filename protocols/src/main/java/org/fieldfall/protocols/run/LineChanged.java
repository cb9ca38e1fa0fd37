package org.fieldfall.protocols.run;

import org.fieldfall.protocols.instrument.LineState;

/**
 * The line to an instrument was lost, came back, fell silent, answers again.
 *
 * @param line instrument with its resource, as in {@code supply (ASRL/dev/ttyUSB0::INSTR)}
 * @param why what was seen; empty where the state says it all
 */
public record LineChanged(double rigSeconds, String line, LineState state, String why) implements RunEvent {}
