/**
 * Heat capacity, energy and entropy of everything that is not a spin: phonons and addenda.
 *
 * <p>Molar and SI. Pure mathematics: opens onto no other room.
 */
@NullMarked
package org.fieldfall.protocols.theory.lattice;

import org.jspecify.annotations.NullMarked;
