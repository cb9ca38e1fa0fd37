/**
 * One execution of a protocol from files to files: plan, open, record, perform, analyse, sum up. The same path for a rig
 * and for the simulator.
 *
 * <p>Prints nothing: the command line and the page show what it tells. Opens onto {@code config}, {@code rig}, {@code
 * store} and {@code picture}.
 */
@NullMarked
package org.fieldfall.app.run;

import org.jspecify.annotations.NullMarked;
