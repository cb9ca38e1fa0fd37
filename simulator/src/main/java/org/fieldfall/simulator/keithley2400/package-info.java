/**
 * A pretended Keithley 2400 that sends the current through the thermometer, written from its manual and never from the
 * driver.
 */
@NullMarked
package org.fieldfall.simulator.keithley2400;

import org.jspecify.annotations.NullMarked;
