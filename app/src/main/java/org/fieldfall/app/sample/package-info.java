/**
 * A sample file in the theory's own objects: the one place where they are made of each other.
 *
 * <p>The levels and eqs. (9) and (11) use the whole Hamiltonian. The kinetics needs two wells and takes those of the axial
 * part, D, B<sub>4</sub><sup>0</sup> and g along z, in the field's component along z; clusters, powders and spins without a double well have none
 * and are refused with the reason.
 *
 * <p>Opens onto {@code config} and the theory; commands, figures and runs take what they need from
 * {@link org.fieldfall.app.sample.SampleTheory}.
 */
@NullMarked
package org.fieldfall.app.sample;

import org.jspecify.annotations.NullMarked;
