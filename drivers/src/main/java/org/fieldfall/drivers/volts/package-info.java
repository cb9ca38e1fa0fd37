/**
 * What the volts of a buffered meter mean: a sample's temperature across a Cernox, the field across a shunt. Any meter that
 * reads volts will do; a resistance mode is refused.
 *
 * <p>Opens onto {@code protocols.instrument}.
 */
@NullMarked
package org.fieldfall.drivers.volts;

import org.jspecify.annotations.NullMarked;
