package org.fieldfall.app.live.view;

import java.util.Optional;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.FieldFollowed;
import org.fieldfall.protocols.fieldquench.MeasuredStart;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.ShotSettings;

/** A shot as its protocol wants it: from rest at the initial temperature, good to the tolerance it may start with. */
final class Expected {

    private Expected() {}

    static Theory.Question question(long number, PerformedShot shot, RigFacts facts, double zeroSeconds) {
        ShotSettings settings = shot.shot().settings();
        double kelvin = settings.initialKelvin();
        double step = facts.supply().smallestStepTesla();
        return new Theory.Question(
                number,
                shot.number(),
                true,
                MeasuredStart.planned(kelvin, settings.toleranceKelvin()),
                Optional.empty(),
                FieldFollowed.programmed(
                        new Uncertain(settings.initialTesla(), step),
                        new Uncertain(settings.finalTesla(), step),
                        settings.rateTeslaPerSecond()),
                zeroSeconds,
                settings.relaxSeconds());
    }
}
