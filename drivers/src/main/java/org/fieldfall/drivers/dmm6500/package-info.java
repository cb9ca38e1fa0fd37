/**
 * Keithley DMM6500 in DC volts, as one buffered meter: a trigger timer paces the readings into a buffer of its own, which
 * is read while it fills.
 *
 * <p>The box must speak SCPI ({@code *LANG?}); in TSP or an emulation nothing here would mean the same. Not tried on
 * hardware: the reading of {@code TRIG:TIM1:STAR:STIM}, the error of a clashing buffer name, port 5025.
 *
 * <p>Opens onto {@code scpi} and {@code protocols.instrument}.
 */
@NullMarked
package org.fieldfall.drivers.dmm6500;

import org.jspecify.annotations.NullMarked;
