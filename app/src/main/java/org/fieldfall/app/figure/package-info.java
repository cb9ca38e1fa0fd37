/**
 * The paper's figures 3 to 6 (Palii et al., Dalton Trans. 2026, 10.1039/D6DT00503A) for any sample: which curves, over
 * which values, and the numbers behind them. How a figure looks is {@code picture}'s affair.
 *
 * <p>One class a figure. Opens onto {@code picture}, {@code store} for the table of numbers, and the theory.
 */
@NullMarked
package org.fieldfall.app.figure;

import org.jspecify.annotations.NullMarked;
