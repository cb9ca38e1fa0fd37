/**
 * A rig file made real: drivers built and roles filled, on real ports or on the simulator's.
 *
 * <p>The only room that knows the simulator, and of that the facade alone; opens onto {@code config} and the drivers.
 */
@NullMarked
package org.fieldfall.app.rig;

import org.jspecify.annotations.NullMarked;
