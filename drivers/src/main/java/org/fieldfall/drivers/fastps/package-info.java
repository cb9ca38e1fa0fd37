/**
 * CAEN ELS FAST-PS bipolar supplies on their TCP port, as field supply.
 *
 * <p>Opens onto {@code scpi} and {@code protocols.instrument}.
 */
@NullMarked
package org.fieldfall.drivers.fastps;

import org.jspecify.annotations.NullMarked;
