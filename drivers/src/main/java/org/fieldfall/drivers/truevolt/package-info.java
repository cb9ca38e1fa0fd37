/**
 * Keysight Truevolt meters (34465A, 34470A) in DC volts, as one buffered meter; what its volts mean, {@code drivers.volts}
 * says.
 *
 * <p>Opens onto {@code scpi} and {@code protocols.instrument}.
 */
@NullMarked
package org.fieldfall.drivers.truevolt;

import org.jspecify.annotations.NullMarked;
