/**
 * How fast the theory is, by JMH; run by hand, no part of the tests.
 *
 * <p>Opens onto {@code balance} and {@code kinetics}.
 */
@NullMarked
package org.fieldfall.protocols.theory.bench;

import org.jspecify.annotations.NullMarked;
