/**
 * Kepco BOP bipolar supplies with a BIT 4886 or 802E card, as field supply.
 *
 * <p>Opens onto {@code scpi} and {@code protocols.instrument}.
 */
@NullMarked
package org.fieldfall.drivers.kepco;

import org.jspecify.annotations.NullMarked;
