package org.fieldfall.app.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.ShotOf;
import org.fieldfall.app.sample.SampleTheory;
import org.fieldfall.protocols.analysis.FieldRamp;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.FieldFollowed;
import org.fieldfall.protocols.fieldquench.FollowedCourse;
import org.fieldfall.protocols.fieldquench.MeasuredStart;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.Shot;
import org.fieldfall.protocols.fieldquench.ShotNotes;
import org.fieldfall.protocols.fieldquench.ShotPlan;

/**
 * What a run predicts of a stepped shot, of a crystal whose parameters are exact: those of the twin are, and what the sample
 * file is not sure of would only widen the band.
 */
record SteppedPrediction(FollowedCourse course, MeasuredStart start, double linkSeconds) {

    static SteppedPrediction of(SteppedShot shot) {
        Experiment experiment = SteppedShot.experiment();
        RigFacts facts = SteppedShot.facts();
        Crystal crystal = SampleTheory.of(experiment.sample()).crystal().movedTo(List.of());
        Shot asked = ShotOf.shots(experiment.protocol()).get(0);
        double link = facts.platform()
                .linkSeconds(
                        crystal,
                        asked.settings().initialTesla(),
                        asked.settings().initialKelvin());
        ShotNotes notes = shot.notes(asked.settings(), link);
        MeasuredStart start =
                MeasuredStart.of(notes, asked.settings(), crystal, facts).orElseThrow();
        FieldRamp ramp = SweepClocks.ramp(
                        notes, ShotPlan.of(asked, crystal, facts), facts, OpenRig.monitorTesla(experiment.rig()))
                .orElseThrow();
        FieldFollowed field = FieldFollowed.measured(
                notes.monitorTrace().orElseThrow(),
                OpenRig.monitorTesla(experiment.rig()).orElseThrow(),
                ramp);
        return new SteppedPrediction(
                FollowedCourse.of(
                        crystal,
                        facts,
                        start,
                        Optional.empty(),
                        field,
                        asked.settings().relaxSeconds()),
                start,
                link);
    }

    List<Uncertain> deltas(double[] afterRampSeconds) {
        return Arrays.stream(afterRampSeconds)
                .mapToObj(after -> course.deltaAfterRamp(after).orElseThrow())
                .toList();
    }

    /** Where the platform rests, from the start. */
    Uncertain rest() {
        return new Uncertain(start.restKelvin() - start.kelvin(), start.restSigmaKelvin());
    }
}
