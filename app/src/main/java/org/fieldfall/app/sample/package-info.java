/**
 * A sample file in the theory's own objects: the one place where they are made of each other.
 *
 * <p>Opens onto {@code config} and the theory; commands, figures and runs take what they need from
 * {@link org.fieldfall.app.sample.SampleTheory}.
 */
@NullMarked
package org.fieldfall.app.sample;

import org.jspecify.annotations.NullMarked;
