package org.fieldfall.app.campaign;

import org.fieldfall.app.config.ProtocolConfig.Course;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.ShotConfig;
import org.fieldfall.app.config.ShotConfig.HeaterPulse;
import org.fieldfall.app.config.ShotConfig.ZeroCheck;

/**
 * How long a shot is meant to take, in seconds of rig time: its ramps, its waits at their shortest and what it records. A bath
 * that must first be changed, a drift that does not end at once and the instruments' answers come on top.
 */
final class PlannedSeconds {

    /** Forward, backward, off. */
    private static final int LEVELS = 3;

    /** One reading of a zero check with its answer. */
    private static final double READING_SECONDS = 0.1;

    private PlannedSeconds() {}

    static double of(CampaignShot shot, RigConfig rig) {
        Course course = shot.course();
        double safe = rig.safeState().fieldTesla();
        double there = Math.abs(course.initialFieldTesla() - safe) / course.preparationRateTeslaPerSecond();
        double back =
                Math.abs(course.finalFieldTesla() - safe) / rig.safeState().rateTeslaPerSecond();
        return there + own(shot.shot(), course) + back;
    }

    private static double own(ShotConfig shot, Course course) {
        if (shot instanceof ZeroCheck check) {
            return LEVELS * (check.settleSeconds() + READING_SECONDS * check.readings());
        }
        double sweep = Math.abs(course.finalFieldTesla() - course.initialFieldTesla()) / course.rateTeslaPerSecond();
        double pulse = shot instanceof HeaterPulse heat ? heat.seconds() : 0;
        return course.settleSeconds()
                + course.drift().waitAtLeastSeconds()
                + course.baselineSeconds()
                + sweep
                + pulse
                + course.relaxSeconds();
    }
}
