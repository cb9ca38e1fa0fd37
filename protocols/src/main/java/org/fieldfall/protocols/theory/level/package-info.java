/**
 * Energy levels of a spin in a field, and averages over them.
 *
 * <p>Energies are in kelvin (E/k<sub>B</sub>), fields in tesla. Pure mathematics: opens onto no other room.
 */
@NullMarked
package org.fieldfall.protocols.theory.level;

import org.jspecify.annotations.NullMarked;
