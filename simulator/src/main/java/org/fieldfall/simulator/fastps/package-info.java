/**
 * A CAEN ELS FAST-PS, pretended from its remote manual.
 *
 * <p>Opens onto {@code wire} and {@code world}.
 */
@NullMarked
package org.fieldfall.simulator.fastps;

import org.jspecify.annotations.NullMarked;
