/**
 * Stanford Research SR865A lock-in amplifier as the AC bridge of a resistance thermometer: its in-phase output, captured into
 * a memory of its own that can be read only once the capture is over.
 *
 * <p>Opens onto {@code scpi} and {@code protocols.instrument}.
 */
@NullMarked
package org.fieldfall.drivers.sr865a;

import org.jspecify.annotations.NullMarked;
