/**
 * Lake Shore 350 temperature controller: one instrument on one line, with a view as bath and a view as sample heater.
 *
 * <p>The views share the line, so either may be used by any thread. The box has no error queue; what it did not
 * understand it does not answer, so everything that is set is asked back. Opens onto {@code scpi} and {@code
 * protocols.instrument}.
 */
@NullMarked
package org.fieldfall.drivers.lakeshore350;

import org.jspecify.annotations.NullMarked;
