package org.fieldfall.protocols.fieldquench;

import java.util.Arrays;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.PhaseFailedException;

/** Starts the thermometer filling its memory and records the baseline. */
record Arm(ShotContext context, Acquisition acquisition) implements Phase {

    private static final double LAST_SECONDS = 5;

    @Override
    public String name() {
        return "arm";
    }

    @Override
    public double deadlineSeconds() {
        return 2 * context.shot().baselineSeconds() + 60;
    }

    @Override
    public void enter(Conduct conduct) {
        conduct.pace(Pace.REAL);
    }

    @Override
    public void perform(Conduct conduct) throws InterruptedException {
        acquisition.start(conduct);
        double end = conduct.seconds() + context.shot().baselineSeconds();
        conduct.pace(Pace.ACQUIRING);
        conduct.waitUntil(end, now -> acquisition.drainAtLeisure(conduct));
        conduct.pace(Pace.REAL);
    }

    @Override
    public Outcome leave(Conduct conduct) {
        double kelvin = initialKelvin();
        ShotSettings shot = context.shot();
        if (!(Math.abs(kelvin - shot.initialKelvin()) <= shot.toleranceKelvin())) {
            throw new PhaseFailedException(Figure.text(
                    "arm: the baseline ends at %.4f K, due %g K within %g K",
                    kelvin, shot.initialKelvin(), shot.toleranceKelvin()));
        }
        return Outcome.good(
                Figure.text("%d readings, baseline at %.4f K", context.notes().readings(), kelvin));
    }

    /** Mean of the last seconds; the analysis does better afterwards. NaN if a reading is invalid. */
    private double initialKelvin() {
        Trace trace = context.notes()
                .trace()
                .orElseThrow(() -> new PhaseFailedException(
                        "arm: the thermometer delivered no reading during the whole baseline"));
        int from = trace.indexAt(trace.endSeconds() - LAST_SECONDS);
        double raw = Arrays.stream(trace.raw(), from, trace.size()).average().orElse(Double.NaN);
        double middle = (from + trace.size()) * trace.intervalSeconds() / 2;
        context.notes().initial(context.notes().acquisitionSentSeconds() + middle, raw);
        return context.thermometer().kelvin(raw);
    }
}
