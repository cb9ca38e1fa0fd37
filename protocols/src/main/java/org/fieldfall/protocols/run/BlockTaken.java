package org.fieldfall.protocols.run;

import org.fieldfall.protocols.instrument.SampleBlock;

/**
 * Buffered readings were drained.
 *
 * @param acquisition number of the acquisition in this run, from 1; its start is a {@link SendMarked}
 * @param block readings in the instrument's unit and its own time
 * @param rawUnit unit of the readings
 */
public record BlockTaken(double rigSeconds, String channel, int acquisition, SampleBlock block, String rawUnit)
        implements RunEvent {}
