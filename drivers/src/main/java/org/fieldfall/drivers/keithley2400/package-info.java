/**
 * Keithley 2400 source meter as the thermometer's excitation.
 *
 * <p>Opens onto {@code scpi} and {@code protocols.instrument}.
 */
@NullMarked
package org.fieldfall.drivers.keithley2400;

import org.jspecify.annotations.NullMarked;
