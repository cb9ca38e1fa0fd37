/**
 * What comes next, when to stop, what is safe: phases with entry test, action, exit test and deadline, guards, the rig
 * clock, the sequencer and the way to the safe state.
 *
 * <p>Knows roles and run events, no wire and no physics. Opens onto {@code instrument} and {@code run}.
 */
@NullMarked
package org.fieldfall.protocols.sequence;

import org.jspecify.annotations.NullMarked;
