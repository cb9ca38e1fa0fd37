/**
 * A pretended Keysight 34465A, written from its manual and never from the driver.
 */
@NullMarked
package org.fieldfall.simulator.truevolt;

import org.jspecify.annotations.NullMarked;
