/**
 * How fast the whole is where rooms meet, by JMH; run by hand, no part of the tests.
 *
 * <p>Opens onto {@code drivers.scpi}, {@code drivers.transport} and {@code simulator.wire}.
 */
@NullMarked
package org.fieldfall.app.bench;

import org.jspecify.annotations.NullMarked;
