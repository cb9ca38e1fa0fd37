/**
 * Traces in, temperature changes with their uncertainty out. Pure: reads no file and no clock.
 *
 * <p>May use {@code theory}; opens onto nothing else.
 */
@NullMarked
package org.fieldfall.protocols.analysis;

import org.jspecify.annotations.NullMarked;
