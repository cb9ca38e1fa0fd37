package org.fieldfall.app.config;

import org.fieldfall.protocols.sequence.Consequence;

/**
 * A guard that a rig or protocol file names: a level that a channel must keep.
 *
 * @param key where it stands in its file, for messages
 * @param line of the file, counted from 1
 * @param channel name of the channel in the record
 * @param lowest smallest allowed value, in {@code unit}; minus infinity where the file gives none
 * @param highest largest allowed value; infinity likewise
 * @param unit of the limits: SI and kelvin where the channel is one of the program's own, else the channel's
 * @param staleSeconds without a reading for so long it counts as bad; infinity where nobody reads the channel in time
 */
public record GuardConfig(
        String key,
        int line,
        String name,
        String channel,
        double lowest,
        double highest,
        String unit,
        Consequence then,
        double staleSeconds) {

    /** What begins the name of an auxiliary channel. */
    public static final String AUXILIARY = "auxiliary ";

    boolean isAuxiliary() {
        return channel.startsWith(AUXILIARY);
    }

    String auxiliaryName() {
        return channel.substring(AUXILIARY.length());
    }
}
