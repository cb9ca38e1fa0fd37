package org.fieldfall.app.live.view;

/**
 * One measured series.
 *
 * @param id as in {@code field}, {@code temperature}, {@code bath}, {@code residual}, {@code heat}
 * @param label for people
 * @param unit of its values
 * @param readings how many there are
 * @param lastSeconds rig time of the last one; NaN if there is none
 * @param lastValue NaN if there is none or it is not valid
 */
public record SeriesHead(String id, String label, String unit, long readings, double lastSeconds, double lastValue) {}
