package org.fieldfall.app.campaign;

import org.fieldfall.app.config.ProtocolConfig.Course;
import org.fieldfall.app.config.ShotConfig;
import org.fieldfall.app.config.ShotConfig.FieldShot;
import org.fieldfall.app.config.ShotConfig.HeaterPulse;
import org.fieldfall.app.store.CampaignEvent.Settings;
import org.fieldfall.protocols.instrument.Figure;

/**
 * A shot of a campaign.
 *
 * @param number in the campaign, from 1
 * @param beside course of the sweep that it is, follows or stands beside
 * @param seed of the simulated rig, were it performed there
 */
public record CampaignShot(int number, Course beside, ShotConfig shot, long seed) {

    /** As it is performed; a zero check, which stands still, tells the course it stands beside. */
    public Course course() {
        if (shot instanceof FieldShot field) {
            return field.course();
        }
        return shot instanceof HeaterPulse pulse ? pulse.course() : beside;
    }

    public Settings settings() {
        Course course = course();
        return new Settings(
                course.initialKelvin(),
                course.initialFieldTesla(),
                course.finalFieldTesla(),
                course.rateTeslaPerSecond());
    }

    /** In a few words. */
    public String words() {
        return words(shot.kind().word(), settings());
    }

    /** In a few words, as the campaign's record tells it. */
    public static String words(String kind, Settings settings) {
        boolean isStill = !(Math.abs(settings.initialTesla() - settings.finalTesla()) > 0);
        return isStill
                ? Figure.text("%s at %g T and %g K", kind, settings.initialTesla(), settings.initialKelvin())
                : Figure.text(
                        "%s %g T to %g T at %g T/s from %g K",
                        kind,
                        settings.initialTesla(),
                        settings.finalTesla(),
                        settings.teslaPerSecond(),
                        settings.initialKelvin());
    }
}
