/**
 * Spin Hamiltonians, their levels in a field, and averages over levels and orientations.
 *
 * <p>An axial spin in closed form, a giant spin with any terms and direction, clusters of a few coupled spins: all are a
 * {@code SpinModel} once the field has a direction. Energies are in kelvin (E/k<sub>B</sub>), fields in tesla, moments in
 * μ<sub>B</sub>. Pure mathematics: opens onto no other room.
 */
@NullMarked
package org.fieldfall.protocols.theory.level;

import org.jspecify.annotations.NullMarked;
