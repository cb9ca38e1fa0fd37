package org.fieldfall.app.live;

import org.fieldfall.protocols.run.RunEvent;

/**
 * An event on its way to the bus.
 *
 * @param seq number of the message on its channel, from 0; given where the run tells it, so that what is dropped leaves a gap
 */
record Told(String channel, long seq, RunEvent event) {}
