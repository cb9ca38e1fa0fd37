/**
 * Pretended Lake Shore 350, 336 and 372 temperature controllers, written from their manuals and never from the driver. One
 * keeps the bath of the world, the 350 drives the heater on the platform with its second output; another may only be looked
 * at.
 */
@NullMarked
package org.fieldfall.simulator.lakeshore350;

import org.jspecify.annotations.NullMarked;
