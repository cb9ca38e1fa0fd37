/**
 * A pretended microcontroller that moves the heat switch on single bytes, written from its description and never from the
 * driver.
 */
@NullMarked
package org.fieldfall.simulator.onecharacterswitch;

import org.jspecify.annotations.NullMarked;
