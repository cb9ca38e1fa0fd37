/**
 * The record of a run: folder, manifest, crash-safe log, and what is derived from it.
 */
@NullMarked
package org.fieldfall.app.store;

import org.jspecify.annotations.NullMarked;
