/**
 * The record of a run: folder, manifest, crash-safe log, and what is derived from it.
 *
 * <p>The log ({@link org.fieldfall.app.store.LogWriter}) is the truth. It is read whole
 * ({@link org.fieldfall.app.store.LogReader}) or while it is written ({@link org.fieldfall.app.store.LogFollower}); a run
 * that was killed is brought to order by {@link org.fieldfall.app.store.Recovery}; pictures of long runs are drawn from
 * {@link org.fieldfall.app.store.Pyramid}. Home of file
 * formats: JSON, CSV, SQLite, HDF5. Opens onto {@code protocols}.
 */
@NullMarked
package org.fieldfall.app.store;

import org.jspecify.annotations.NullMarked;
