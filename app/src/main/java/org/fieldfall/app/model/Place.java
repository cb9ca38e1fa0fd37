package org.fieldfall.app.model;

import java.time.Duration;
import org.fieldfall.app.config.RigConfig;

/**
 * Where an instrument stands.
 *
 * @param rig that it is part of
 * @param replyWithin longest silence while a reply is due
 */
public record Place(RigConfig rig, Duration replyWithin) {

    public static Place of(RigConfig rig, String instrument) {
        return new Place(rig, seconds(rig.instrument(instrument).replyDeadlineSeconds()));
    }

    public static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
