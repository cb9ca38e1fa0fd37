/**
 * What each instrument model is to the rest of fieldfall, one file a model: the word and the keys of a rig file, how each
 * role is filled from an open line, what a check compares, what a simulated twin needs. Nothing else names a model.
 *
 * <p>A model's settings are an {@code …Offer} for each role it can fill; {@code config} asks which roles those are and {@code
 * rig} asks for the role. A model is found by its line in {@code META-INF/services}: then a driver and its description can
 * stand in one package outside of this one, and neither a list in code nor a test of another model changes with them.
 *
 * <p>Opens onto {@code config}, the drivers and the roles; knows no simulator.
 */
@NullMarked
package org.fieldfall.app.model;

import org.jspecify.annotations.NullMarked;
