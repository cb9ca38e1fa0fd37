/**
 * Command lines, numbers, definite-length blocks and the error queue, on top of {@code transport}.
 */
@NullMarked
package org.fieldfall.drivers.scpi;

import org.jspecify.annotations.NullMarked;
