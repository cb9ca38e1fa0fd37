/**
 * The facade of the pretended rig: plain records in, resource names, a clock and the truth out.
 *
 * <p>Drivers and the rest of fieldfall meet it only over its wires; the app starts it through this package alone.
 */
@NullMarked
package org.fieldfall.simulator;

import org.jspecify.annotations.NullMarked;
