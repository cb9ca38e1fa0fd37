/**
 * One run as one page for a logbook or a supplement: what came of it, with pictures, uncertainties and all that a reader needs
 * to believe it or to do it again.
 *
 * <p>{@code PlanDrawing} shows a shot before it is performed, as {@code plan} does.
 *
 * <p>The page needs nothing beside it: no script, no picture and no font from elsewhere. All text of the record goes through
 * {@code Html}, which escapes it. Opens onto {@code run}, {@code review}, {@code store}, {@code config} and {@code
 * picture}.
 */
@NullMarked
package org.fieldfall.app.report;

import org.jspecify.annotations.NullMarked;
