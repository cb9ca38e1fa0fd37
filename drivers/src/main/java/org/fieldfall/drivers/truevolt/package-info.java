/**
 * Keysight Truevolt meters (34465A, 34470A) in DC volts: one buffered meter, and thin roles that say what its volts
 * mean, as sample thermometer across a Cernox or as field monitor across a shunt.
 *
 * <p>Opens onto {@code scpi} and {@code protocols.instrument}.
 */
@NullMarked
package org.fieldfall.drivers.truevolt;

import org.jspecify.annotations.NullMarked;
