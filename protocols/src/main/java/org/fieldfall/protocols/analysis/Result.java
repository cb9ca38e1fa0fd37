package org.fieldfall.protocols.analysis;

/**
 * A number with all that a reader needs to judge it.
 *
 * @param name in words
 * @param number value and standard uncertainty, both in the unit
 * @param unit SI symbol; empty for a plain number
 * @param method how it was come by
 */
public record Result(String name, Uncertain number, String unit, String method) {}
