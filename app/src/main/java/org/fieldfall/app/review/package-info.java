/**
 * What stored runs tell when they are looked at again: finding one, its course in words, two beside each other, the same
 * numbers once more.
 *
 * <p>Reads records, never an instrument and never a configuration of today. Prints nothing. Opens onto {@code run}, {@code
 * store}, {@code config} and {@code picture}.
 */
@NullMarked
package org.fieldfall.app.review;

import org.jspecify.annotations.NullMarked;
