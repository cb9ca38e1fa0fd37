/**
 * Where a field change ends when nothing leaks: the sudden limit of eq. (9), the isentrope of eq. (11).
 *
 * <p>Opens onto {@code level} and {@code lattice}.
 */
@NullMarked
package org.fieldfall.protocols.theory.balance;

import org.jspecify.annotations.NullMarked;
