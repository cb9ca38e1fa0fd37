/**
 * A pretended Lake Shore 350 temperature controller, written from its manual (chapter 6) and never from the driver. It
 * keeps the bath of the world with its first output and drives the heater on the platform with its second.
 */
@NullMarked
package org.fieldfall.simulator.lakeshore350;

import org.jspecify.annotations.NullMarked;
