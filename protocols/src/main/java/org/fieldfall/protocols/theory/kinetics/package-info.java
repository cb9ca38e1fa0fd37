/**
 * How the temperature gets there in time: two wells, each in internal equilibrium, exchanging population (K1), what a
 * thermometer shows of it, and how much cooling a rig reaches within a time.
 *
 * <p>Opens onto {@code level}, {@code lattice} and {@code balance}.
 */
@NullMarked
package org.fieldfall.protocols.theory.kinetics;

import org.jspecify.annotations.NullMarked;
