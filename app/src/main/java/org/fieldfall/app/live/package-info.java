/**
 * A run as others may watch it while it happens: the bus that publishes its events and takes its operators' acts.
 *
 * <p>Nothing here can slow a run or end it: what the run tells goes into a bounded queue that drops its oldest, and a thread
 * of the bus's own does the rest. JeroMQ's one home. Opens onto {@code run}, {@code guard} and {@code store}; the bytes are
 * described in {@code app/docs/live-bus.md}.
 */
@NullMarked
package org.fieldfall.app.live;

import org.jspecify.annotations.NullMarked;
