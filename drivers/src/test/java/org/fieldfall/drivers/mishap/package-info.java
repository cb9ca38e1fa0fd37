/**
 * What every driver must survive: a wire that cuts, holds, doubles, loses or garbles replies.
 */
@NullMarked
package org.fieldfall.drivers.mishap;

import org.jspecify.annotations.NullMarked;
