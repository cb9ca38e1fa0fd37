package org.fieldfall.protocols.run;

/**
 * A number was worked out on the way that later ones rest on and that cannot be worked out again from the readings alone.
 *
 * @param sigma its standard uncertainty; NaN where none is known
 * @param unit empty for a pure number
 */
public record FigureFound(double rigSeconds, String name, double value, double sigma, String unit)
        implements RunEvent {}
