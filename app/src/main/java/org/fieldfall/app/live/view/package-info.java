/**
 * A run as a page shows it: its series on one time axis, the theory beside them, and everything else in one snapshot.
 *
 * <p>Grows with the events of a run in progress or is read from a stored one; knows no socket and no page. Opens onto {@code
 * run}, {@code store}, {@code config} and the theory.
 */
@NullMarked
package org.fieldfall.app.live.view;

import org.jspecify.annotations.NullMarked;
