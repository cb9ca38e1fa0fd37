/**
 * A run in the forms that others read: CSV for pandas, NeXus (HDF5) for everything else. {@code app/docs/exports.md} tells
 * every column and group.
 *
 * <p>Made of the record alone, and every file says where its readings come from. Nothing of a dry run's truth is in it. Opens
 * onto {@code run}, {@code review}, {@code store} and {@code config}.
 */
@NullMarked
package org.fieldfall.app.export;

import org.jspecify.annotations.NullMarked;
