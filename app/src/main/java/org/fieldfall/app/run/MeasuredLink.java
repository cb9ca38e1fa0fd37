package org.fieldfall.app.run;

import org.fieldfall.protocols.analysis.HeaterPulse;
import org.fieldfall.protocols.analysis.InsufficientTraceException;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.fieldfall.protocols.fieldquench.ShotNotes;

/** The link as a heater pulse of the same run measured it. */
final class MeasuredLink {

    private MeasuredLink() {}

    /** The model with the pulse's link, where its trace gives one that is better known. */
    static HeatModel of(HeatModel model, PerformedShot shot) {
        ShotNotes notes = shot.notes();
        if (notes.trace().isEmpty()
                || notes.pulse().isEmpty()
                || notes.standstill().isPresent()) {
            return model;
        }
        try {
            Trace trace = notes.trace().get();
            HeaterPulse pulse = new PulseReport(
                            notes.pulse().get(),
                            notes.acquisitionSentSeconds(),
                            shot.shot().settings(),
                            model.crystal(),
                            model.facts())
                    .fit(trace);
            double kelvin = pulse.baselineKelvin();
            boolean isBetter = pulse.linkWattPerKelvin().sigma()
                    < model.platform().linkWattPerKelvin(kelvin).sigma();
            return isBetter
                    ? new HeatModel(
                            model.crystal(),
                            model.facts(),
                            model.platform().withLink(pulse.linkWattPerKelvin(), kelvin),
                            "the heater pulse of shot " + shot.number())
                    : model;
        } catch (InsufficientTraceException unfit) {
            return model;
        }
    }
}
