/**
 * Any instrument that answers a question with a number, described in the rig file alone.
 *
 * <p>Opens onto {@code scpi} and {@code protocols.instrument}.
 */
@NullMarked
package org.fieldfall.drivers.genericscpi;

import org.jspecify.annotations.NullMarked;
