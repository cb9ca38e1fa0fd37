/**
 * Configuration files into checked records in SI units and kelvin: what a user wrote on a Tuesday night, read once at
 * the border. Every problem of every file is collected and reported together, with file, line and path.
 *
 * <p>Text becomes a tree that remembers its lines ({@code YamlTree}), a {@code Section} asks it for the keys it knows and
 * notes what is wrong, and one reader per kind of file reads like the file itself. An instrument's own keys are read by its
 * {@code InstrumentKind}, which is found and not named here. Opens onto the rest of {@code app} by
 * {@link org.fieldfall.app.config.Configs} and its records; the only home of YAML.
 */
@NullMarked
package org.fieldfall.app.config;

import org.jspecify.annotations.NullMarked;
