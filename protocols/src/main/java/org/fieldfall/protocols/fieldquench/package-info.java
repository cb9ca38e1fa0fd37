/**
 * The sweep-isolate-relax protocol: its settings with their limits, its plan and verdict before anything moves, and its
 * phases.
 *
 * <p>Opens onto {@code sequence}, {@code theory}, {@code analysis}, {@code run} and {@code instrument}.
 */
@NullMarked
package org.fieldfall.protocols.fieldquench;

import org.jspecify.annotations.NullMarked;
