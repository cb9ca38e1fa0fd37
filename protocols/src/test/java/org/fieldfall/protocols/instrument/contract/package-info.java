/**
 * What each role promises, as tests that anything filling the role must pass, and fakes that do.
 *
 * <p>The contracts say only what the interfaces in {@code protocols.instrument} say. They run here over fakes in memory,
 * where each test of each contract is also shown to fail for a fake that breaks the promise, and in {@code app} over every
 * driver with its simulated instrument on a real line.
 */
@NullMarked
package org.fieldfall.protocols.instrument.contract;

import org.jspecify.annotations.NullMarked;
