/**
 * What a rig must be able to do: the roles of a field-quench experiment, what they answer and how they fail.
 *
 * <p>Knows no wire, no file and no page. Fields are tesla, temperatures kelvin, times seconds; every call that may wait
 * takes the longest time it may take, on the wall clock. Opens onto no other room.
 */
@NullMarked
package org.fieldfall.protocols.instrument;

import org.jspecify.annotations.NullMarked;
