/**
 * Any box that answers a question with a number: a helium level, a vacuum gauge. No manual stands behind it.
 *
 * <p>Opens onto {@code simulator.wire} and {@code simulator.world}.
 */
@NullMarked
package org.fieldfall.simulator.gauge;

import org.jspecify.annotations.NullMarked;
