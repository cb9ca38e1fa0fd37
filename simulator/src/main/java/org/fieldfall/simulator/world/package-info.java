/**
 * The coupled world behind the instruments: supply and coil, platform and link, sample, thermometer chain. Told elapsed
 * time, reads no clock.
 *
 * <p>Opens onto {@code protocols.theory.level} and {@code .lattice} and no other theory: its kinetics are its own.
 */
@NullMarked
package org.fieldfall.simulator.world;

import org.jspecify.annotations.NullMarked;
