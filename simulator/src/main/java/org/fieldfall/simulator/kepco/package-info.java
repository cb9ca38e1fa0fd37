/**
 * A pretended Kepco BOP with BIT 4886 card, written from its manual and never from the driver.
 */
@NullMarked
package org.fieldfall.simulator.kepco;

import org.jspecify.annotations.NullMarked;
