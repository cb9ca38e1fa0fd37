/**
 * Heat switches behind a microcontroller that takes one character and gives it back.
 *
 * <p>There is no position sensor and no error word: what is known is only that a command arrived. Opens onto {@code scpi}
 * and {@code protocols.instrument}.
 */
@NullMarked
package org.fieldfall.drivers.onecharacterswitch;

import org.jspecify.annotations.NullMarked;
