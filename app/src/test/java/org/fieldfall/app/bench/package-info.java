/**
 * How fast the whole is where rooms meet; run by hand, no part of the tests.
 *
 * <p>Opens onto {@code drivers.scpi}, {@code drivers.transport}, {@code simulator.wire} and the rooms of {@code app}.
 */
@NullMarked
package org.fieldfall.app.bench;

import org.jspecify.annotations.NullMarked;
