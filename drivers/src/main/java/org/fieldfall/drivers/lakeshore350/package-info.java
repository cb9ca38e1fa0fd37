/**
 * Lake Shore temperature controllers, 350, 336 and 372: one instrument on one line, with a view as bath, a view as sample
 * heater (of the 350) and views on inputs that are only looked at. What the models do not share is in {@code Family}.
 *
 * <p>The views share the line, so either may be used by any thread. The box has no error queue; what it did not
 * understand it does not answer, so everything that is set is asked back. Opens onto {@code scpi} and {@code
 * protocols.instrument}.
 */
@NullMarked
package org.fieldfall.drivers.lakeshore350;

import org.jspecify.annotations.NullMarked;
