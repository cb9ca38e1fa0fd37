/**
 * The grammar that pretended SCPI instruments hear by: headers in short and long form, chains, arguments, the error
 * queue.
 *
 * <p>Written from the standard and never from the driver's side. Knows no wire, no instrument and no physics.
 */
@NullMarked
package org.fieldfall.simulator.scpi;

import org.jspecify.annotations.NullMarked;
