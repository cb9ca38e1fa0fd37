/**
 * Pictures: that of a shot, for a screen, a logbook or the README, and figures as a journal prints them.
 *
 * <p>A shot has the field above and temperatures below, close to the ramp on the left and all of the relaxation on the
 * right; XChart draws its panels. A figure is panels of curves over two axes, drawn through {@code Ink} on pixels or as
 * SVG: XChart makes outlines of all text, and an SVG is to have its text as text. Home of XChart and of Java's graphics.
 * Fed with plain curves; opens onto {@code store} for the source mark of a shot alone.
 */
@NullMarked
package org.fieldfall.app.picture;

import org.jspecify.annotations.NullMarked;
