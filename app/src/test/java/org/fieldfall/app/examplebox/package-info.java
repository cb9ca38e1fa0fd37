/**
 * An instrument that nobody makes, to prove that a new model is one package and one test: its driver, its description and
 * its test are all there is of it, and no other class knows it.
 */
@NullMarked
package org.fieldfall.app.examplebox;

import org.jspecify.annotations.NullMarked;
