/**
 * Watch over a run from outside its sequencer: the lease that keeps a rig to one writer, the latch that keeps a rig left in
 * doubt from the next run, the control socket for people in other processes, and the guardian, a process of its own that
 * brings the rig to its safe state when the run is lost.
 *
 * <p>Prints nothing and decides nothing about the experiment. Opens onto {@code config}, {@code rig}, {@code store} and the
 * names of lines and calibrations of the drivers.
 */
@NullMarked
package org.fieldfall.app.guard;

import org.jspecify.annotations.NullMarked;
