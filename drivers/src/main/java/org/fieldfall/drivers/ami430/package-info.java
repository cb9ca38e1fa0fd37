/**
 * American Magnetics Model 430, a programmer that keeps a slow magnet's field by a supply of its own.
 *
 * <p>It has an error queue and IEEE 488.2 manners, speaks in the units that somebody has chosen, and takes about four
 * commands a second. Opens onto {@code scpi} and {@code protocols.instrument}.
 */
@NullMarked
package org.fieldfall.drivers.ami430;

import org.jspecify.annotations.NullMarked;
