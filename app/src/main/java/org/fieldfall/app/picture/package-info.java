/**
 * The picture of a shot, for a screen, a logbook or the README: field above, temperatures below, close to the ramp on
 * the left and all of the relaxation on the right.
 *
 * <p>Home of XChart. Fed with plain curves; opens onto {@code store} for the source mark alone.
 */
@NullMarked
package org.fieldfall.app.picture;

import org.jspecify.annotations.NullMarked;
