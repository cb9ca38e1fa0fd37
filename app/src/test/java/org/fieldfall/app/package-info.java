/** Tests of the house as a whole. */
@NullMarked
package org.fieldfall.app;

import org.jspecify.annotations.NullMarked;
