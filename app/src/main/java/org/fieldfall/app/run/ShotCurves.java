package org.fieldfall.app.run;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.app.picture.Curve;
import org.fieldfall.app.picture.ShotPicture;
import org.fieldfall.app.store.Source;
import org.fieldfall.protocols.analysis.ShotFigures;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.fieldquench.FollowedCourse;
import org.fieldfall.protocols.fieldquench.ShotNotes;
import org.fieldfall.protocols.fieldquench.ShotPlan;
import org.fieldfall.protocols.fieldquench.ShotSettings;
import org.fieldfall.protocols.instrument.Figure;

/** The curves of a shot on one time axis that starts with the ramp, for its picture. */
record ShotCurves(
        ShotNotes notes,
        FollowedCourse prediction,
        ShotSettings settings,
        DoubleUnaryOperator kelvin,
        ShotFigures figures) {

    ShotPicture picture(String sample, Source source, ShotPlan plan) {
        String title = Figure.text(
                "%s: %g T to %g T at %g T/s from %.3f K",
                sample,
                settings.initialTesla(),
                settings.finalTesla(),
                settings.rateTeslaPerSecond(),
                figures.initialKelvin().value());
        return new ShotPicture(
                title,
                source,
                field(),
                measured(),
                predicted(),
                prediction.kelvinSigma(),
                figures.initialKelvin().value() + plan.suddenKelvin());
    }

    /** The loaded program between the fields read before and after: there is no field monitor. */
    private Curve field() {
        double before = notes.fieldBefore().orElseThrow().tesla();
        double after = notes.fieldAfter().orElseThrow().tesla();
        double ramp = Math.abs(settings.finalTesla() - settings.initialTesla()) / settings.rateTeslaPerSecond();
        return new Curve(
                new double[] {-settings.baselineSeconds(), 0, ramp, ramp + settings.relaxSeconds()},
                new double[] {before, before, after, after});
    }

    private Curve measured() {
        Trace trace = notes.trace().orElseThrow();
        double start = figures.edges().startSeconds().value();
        double[] seconds = new double[trace.size()];
        Arrays.setAll(seconds, i -> i * trace.intervalSeconds() - start);
        return new Curve(seconds, Arrays.stream(trace.raw()).map(kelvin).toArray());
    }

    private Curve predicted() {
        double ramp = figures.edges().durationSeconds().value();
        return new Curve(
                Arrays.stream(prediction.afterRampSeconds()).map(t -> t + ramp).toArray(),
                Arrays.stream(prediction.deltaKelvin())
                        .map(delta -> delta + prediction.startKelvin())
                        .toArray());
    }
}
