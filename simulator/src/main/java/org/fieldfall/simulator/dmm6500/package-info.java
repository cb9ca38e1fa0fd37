/**
 * A pretended Keithley DMM6500, written from its manual and never from the driver.
 */
@NullMarked
package org.fieldfall.simulator.dmm6500;

import org.jspecify.annotations.NullMarked;
