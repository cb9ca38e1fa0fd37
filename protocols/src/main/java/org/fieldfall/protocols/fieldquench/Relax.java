package org.fieldfall.protocols.fieldquench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.fieldfall.protocols.run.PredictionMade;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;

/** Records how the crystal cools and warms again, beside the prediction from its measured start. */
record Relax(ShotContext context, Acquisition acquisition) implements Phase {

    /** Name of the prediction in the record. */
    static final String TWO_WELL = "two-well";

    static final String NAME = "relax";

    private static final double SPARE_SECONDS = 10;

    static Span span(ShotSettings shot) {
        return Span.of(shot.relaxSeconds(), SPARE_SECONDS);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double deadlineSeconds() {
        return 2 * context.shot().relaxSeconds() + 60;
    }

    /** The prediction first: a simulated world that is hurried on would run far ahead while it is worked out. */
    @Override
    public void enter(Conduct conduct) {
        if (context.kind().isPredicted()) {
            predict(conduct, rampSeconds());
        }
        conduct.pace(Pace.ACQUIRING);
    }

    @Override
    public void perform(Conduct conduct) throws InterruptedException {
        double end = context.notes().sweepSentSeconds()
                + rampSeconds()
                + context.shot().relaxSeconds();
        conduct.waitUntil(end, now -> acquisition.drainAtLeisure(conduct));
    }

    private double rampSeconds() {
        return context.plan().sweep().durationSeconds();
    }

    /** A prediction that cannot be made costs the record nothing but itself. */
    private void predict(Conduct conduct, double ramp) {
        try {
            tellPrediction(conduct, ramp);
        } catch (NoConvergenceException unknown) {
            conduct.tell(new Remark(conduct.seconds(), "no prediction: " + unknown.getMessage()));
        }
    }

    private void tellPrediction(Conduct conduct, double ramp) {
        ShotNotes notes = context.notes();
        Optional<FollowedCourse> made = FollowedCourse.of(context.crystal(), context.rig(), notes, context.shot());
        if (made.isEmpty()) {
            conduct.tell(new Remark(conduct.seconds(), "no prediction: the baseline does not tell where it starts"));
            return;
        }
        FollowedCourse prediction = made.get();
        notes.prediction(prediction);
        double end = notes.sweepSentSeconds() + ramp;
        conduct.tell(new PredictionMade(
                conduct.seconds(),
                TWO_WELL,
                Arrays.stream(prediction.afterRampSeconds()).map(t -> t + end).toArray(),
                prediction.kelvin()));
    }

    @Override
    public Outcome leave(Conduct conduct) throws InterruptedException {
        conduct.pace(Pace.REAL);
        acquisition.finish(conduct);
        Optional<String> lacking = acquisition.lackingInAll(conduct);
        new FieldDemand(context, name(), context.shot().finalTesla()).meet(conduct);
        String readings =
                String.format(Locale.ROOT, "%d readings in all", context.notes().readings());
        boolean isWithout =
                context.kind().isPredicted() && context.notes().prediction().isEmpty();
        String words = readings
                + (isWithout ? ", no prediction" : "")
                + lacking.map(lack -> "; " + lack).orElse("");
        return isWithout || lacking.isPresent() ? Outcome.marked(words) : Outcome.good(words);
    }
}
