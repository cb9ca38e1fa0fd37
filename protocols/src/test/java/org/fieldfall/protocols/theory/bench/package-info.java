/**
 * How fast the theory is, by JMH; run by hand, no part of the tests.
 *
 * <p>Opens onto {@code level}, {@code balance} and {@code kinetics}; {@code compare} times Python peers in the same run.
 */
@NullMarked
package org.fieldfall.protocols.theory.bench;

import org.jspecify.annotations.NullMarked;
