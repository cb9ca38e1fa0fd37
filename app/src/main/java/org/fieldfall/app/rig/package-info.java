/**
 * A rig file made real: drivers built and roles filled, on real ports or on the simulator's.
 *
 * <p>It asks the instruments of a rig for roles and names no model. The only room that knows the simulator, and of that the
 * facade alone; opens onto {@code config}, {@code model} and the lines of the drivers.
 */
@NullMarked
package org.fieldfall.app.rig;

import org.jspecify.annotations.NullMarked;
