/**
 * Pseudo-terminals and TCP ports that pretended instruments listen on, with line framing and line time of their own.
 *
 * <p>Knows no instrument and no physics.
 */
@NullMarked
package org.fieldfall.simulator.wire;

import org.jspecify.annotations.NullMarked;
