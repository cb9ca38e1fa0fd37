package org.fieldfall.protocols.fieldquench;

/**
 * A shot with what it was to do and what it found, as the record of its run tells.
 *
 * @param number of the shot in its run, from 1
 * @param notes empty where the shot never came so far
 */
public record PerformedShot(int number, Shot shot, ShotPlan plan, ShotNotes notes) {}
