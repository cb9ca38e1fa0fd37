package org.fieldfall.protocols.fieldquench;

import java.util.Optional;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.PhaseFailedException;

/** Starts the thermometer filling its memory and records the baseline. */
record Arm(ShotContext context, SpinTrack track, Acquisition acquisition) implements Phase {

    static final String NAME = "arm";

    private static final double SPARE_SECONDS = 10;

    static Span span(ShotSettings shot) {
        return Span.of(shot.baselineSeconds(), SPARE_SECONDS);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double deadlineSeconds() {
        return 2 * context.shot().baselineSeconds() + 60;
    }

    @Override
    public void enter(Conduct conduct) {
        conduct.pace(Pace.REAL);
        FieldDemand.initial(context, NAME).meet(conduct);
        context.readValidKelvin(conduct, NAME, SpinTrack.APERTURE_SECONDS);
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
        Optional<String> lacking = acquisition.lacking(conduct);
        double kelvin = initialKelvin();
        ShotSettings shot = context.shot();
        if (!(Math.abs(kelvin - shot.initialKelvin()) <= shot.toleranceKelvin())) {
            throw new PhaseFailedException(Figure.text(
                    "arm: the baseline ends at %.4f K, due %g K within %g K",
                    kelvin, shot.initialKelvin(), shot.toleranceKelvin()));
        }
        track.pass(conduct.seconds(), kelvin);
        track.tell(conduct);
        Optional<SpinState> state = track.state();
        String words =
                Figure.text("%d readings, baseline at %.4f K", context.notes().readings(), kelvin);
        if (lacking.isPresent()) {
            words += "; " + lacking.get();
        }
        // What settling found may have changed: opening a switch leaves heat.
        boolean isEquilibrium = state.map(SpinState::isEquilibrium).orElse(true);
        if (!isEquilibrium) {
            words += "; " + state.get().words();
        }
        return lacking.isEmpty() && isEquilibrium ? Outcome.good(words) : Outcome.marked(words);
    }

    /** Mean of the last seconds; the analysis does better afterwards. NaN if a reading is invalid. */
    private double initialKelvin() {
        if (!context.notes().hasReadings()) {
            throw new PhaseFailedException("arm: the thermometer delivered no reading during the whole baseline");
        }
        context.notes().endBaseline();
        return context.thermometer().kelvin(context.notes().initialRaw());
    }
}
