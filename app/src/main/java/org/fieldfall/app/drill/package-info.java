/**
 * The rehearsal of everything that can go wrong: each staged fault in each phase, a whole dry run each, and whether it
 * ended as was due.
 *
 * <p>Opens onto {@code config}, {@code rig}, {@code run} and {@code store}.
 */
@NullMarked
package org.fieldfall.app.drill;

import org.jspecify.annotations.NullMarked;
