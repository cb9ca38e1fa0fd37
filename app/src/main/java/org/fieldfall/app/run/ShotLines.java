package org.fieldfall.app.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.protocols.analysis.HeaterPulse;
import org.fieldfall.protocols.analysis.InsufficientTraceException;
import org.fieldfall.protocols.analysis.ShotFigures;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.ShotKind;
import org.fieldfall.protocols.fieldquench.ShotNotes;

/** One line of the summary for each shot of a run, each by the method of its kind. */
record ShotLines(RigFacts facts, Crystal crystal, Map<PerformedShot, SweptFigures> swept) {

    List<ShotLine> of(List<PerformedShot> shots) {
        List<ShotLine> lines = new ArrayList<>();
        for (PerformedShot shot : shots) {
            Map<String, Double> figures = new LinkedHashMap<>();
            String verdict = describe(shot, figures);
            lines.add(new ShotLine(lines.size() + 1, shot.shot().kind().word(), verdict, figures));
        }
        return lines;
    }

    private String describe(PerformedShot shot, Map<String, Double> figures) {
        ShotNotes notes = shot.notes();
        if (notes.standstill().isPresent()) {
            return notes.standstill().get();
        }
        if (shot.shot().kind() == ShotKind.HEATER_PULSE) {
            return pulse(shot, figures);
        }
        if (shot.shot().kind() == ShotKind.ZERO_CHECK) {
            return notes.zeroCheck().map(taken -> zeroCheck(taken, figures)).orElse("not reached");
        }
        SweptFigures found = swept.get(shot);
        if (found == null || found.figures().isEmpty()) {
            return "not reached";
        }
        ShotFigures f = found.figures().get();
        figures.put("initial_temperature_k", f.initialKelvin().value());
        boolean isStill = shot.shot().kind() == ShotKind.ZERO;
        (isStill ? found.beyondDrift() : f.points()).forEach(point -> {
            String time = String.format(Locale.ROOT, "%.0f_s", point.afterRampSeconds());
            figures.put("measured_delta_t_" + time + "_k", point.deltaKelvin().value());
            figures.put("measured_sigma_" + time + "_k", point.deltaKelvin().sigma());
        });
        if (isStill) {
            figures.put("drift_k_per_s", f.driftKelvinPerSecond());
            return deltas(found.beyondDrift());
        }
        found.rate(facts).ifPresent(rate -> {
            figures.put("rate_achieved_t_per_s", rate.value());
            figures.put("rate_achieved_sigma_t_per_s", rate.sigma());
        });
        notes.trace()
                .ifPresent(trace ->
                        SweepClocks.describe(figures, notes, trace, f.edges(), found.ramp(), facts.isTriggerShared()));
        return peak(f);
    }

    private static String peak(ShotFigures f) {
        return String.format(
                Locale.ROOT,
                "peak %+.4f ± %.4f K at %.1f s after the ramp",
                f.peak().deltaKelvin().value(),
                f.peak().deltaKelvin().sigma(),
                f.peak().afterRampSeconds());
    }

    /** Nothing should happen: what does at each time, beyond the drift before it, is the shot's result. */
    private static String deltas(List<ShotFigures.Point> points) {
        return "ΔT beyond the drift "
                + String.join(
                        ", ",
                        points.stream()
                                .map(point -> String.format(
                                        Locale.ROOT,
                                        "%+.4f ± %.4f K at %.0f s",
                                        point.deltaKelvin().value(),
                                        point.deltaKelvin().sigma(),
                                        point.afterRampSeconds()))
                                .toList());
    }

    private String pulse(PerformedShot shot, Map<String, Double> figures) {
        Optional<Trace> trace = shot.notes().trace();
        if (trace.isEmpty() || shot.notes().pulse().isEmpty()) {
            return "not reached";
        }
        PulseReport report = new PulseReport(
                shot.notes().pulse().get(),
                shot.notes().acquisitionSentSeconds(),
                shot.shot().settings(),
                crystal,
                facts);
        try {
            HeaterPulse found = report.fit(trace.get());
            return report.describe(figures, found);
        } catch (InsufficientTraceException tooLittle) {
            return String.valueOf(tooLittle.getMessage());
        }
    }

    private static String zeroCheck(ShotNotes.ZeroCheckNotes taken, Map<String, Double> figures) {
        figures.put("emf_v", taken.emfVolts());
        figures.put("emf_sigma_v", taken.emfSigmaVolts());
        figures.put("voltage_off_v", taken.offVolts());
        return String.format(
                Locale.ROOT,
                "thermal EMF %+.3f ± %.3f uV; %+.3f uV with the current off",
                1e6 * taken.emfVolts(),
                1e6 * taken.emfSigmaVolts(),
                1e6 * taken.offVolts());
    }
}
