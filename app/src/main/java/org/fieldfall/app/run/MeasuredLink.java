package org.fieldfall.app.run;

import org.fieldfall.protocols.analysis.HeaterPulse;
import org.fieldfall.protocols.analysis.InsufficientTraceException;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.fieldquench.ShotNotes;
import org.fieldfall.protocols.fieldquench.ShotSettings;

/** The link as a heater pulse of the same run measured it. */
final class MeasuredLink {

    private MeasuredLink() {}

    /** The model with the pulse's link, where its trace gives one that is better known. */
    static HeatModel of(HeatModel model, int shot, ShotSettings settings, ShotNotes notes) {
        if (notes.trace().isEmpty() || notes.pulse().isEmpty()) {
            return model;
        }
        try {
            Trace trace = notes.trace().get();
            HeaterPulse pulse = new PulseReport(
                            notes.pulse().get(),
                            notes.acquisitionSentSeconds(),
                            settings,
                            model.crystal(),
                            model.facts())
                    .fit(trace);
            boolean isBetter = pulse.linkWattPerKelvin().sigma()
                    < model.linkWattPerKelvin().sigma();
            return isBetter
                    ? new HeatModel(
                            model.crystal(),
                            model.facts(),
                            pulse.linkWattPerKelvin(),
                            "the heater pulse of shot " + shot)
                    : model;
        } catch (InsufficientTraceException unfit) {
            return model;
        }
    }
}
