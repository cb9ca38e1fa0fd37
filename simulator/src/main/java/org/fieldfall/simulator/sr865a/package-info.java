/**
 * A pretended SR865A lock-in amplifier, written from its manual and never from the driver. Opens onto {@code
 * simulator.scpi}, {@code simulator.wire} and {@code simulator.world}.
 */
@NullMarked
package org.fieldfall.simulator.sr865a;

import org.jspecify.annotations.NullMarked;
