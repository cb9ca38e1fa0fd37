/**
 * Where a field change ends when nothing leaks: the sudden limit of eq. (9), the isentrope of eq. (11), the start with the
 * most cooling.
 *
 * <p>For any spin model, orientations that share a lattice included. What eq. (4) means where levels bend is told at
 * {@code Passage} in {@code level}. Opens onto {@code level} and {@code lattice}.
 */
@NullMarked
package org.fieldfall.protocols.theory.balance;

import org.jspecify.annotations.NullMarked;
