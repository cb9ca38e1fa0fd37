package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.fieldquench.ShotNotes.ZeroCheckNotes;
import org.fieldfall.protocols.instrument.Excitation;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;

/**
 * Reads the thermometer's voltage with its current forward, backward and off. What does not turn with the current is
 * thermal EMF. The current is forward again afterwards, whatever happened.
 */
record ZeroCheck(ShotContext context, Shot.Reversal reversal) implements Phase {

    static final String NAME = "zero-check";
    static final String CHANNEL = "thermometer-voltage";
    private static final double APERTURE_SECONDS = 0.1;
    private static final double MOST_SIGMAS = 3;

    static Span span(Shot.Reversal reversal) {
        double seconds = 3 * (reversal.settleSeconds() + readings(reversal) * APERTURE_SECONDS);
        return new Span(seconds, seconds, Math.max(seconds, deadlineSeconds(reversal)));
    }

    private static double deadlineSeconds(Shot.Reversal reversal) {
        return 60 + 6 * (reversal.settleSeconds() + reversal.readings() * APERTURE_SECONDS);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double deadlineSeconds() {
        return deadlineSeconds(reversal);
    }

    @Override
    public void enter(Conduct conduct) throws InterruptedException {
        conduct.pace(Pace.REAL);
        context.excite(conduct);
        context.readValidKelvin(conduct, NAME, APERTURE_SECONDS);
        // With the current turned or off the meter's voltage is no temperature: nobody may take it for one.
        conduct.uncut();
    }

    @Override
    public void perform(Conduct conduct) throws InterruptedException {
        Excitation source = context.roles().excitation().orElseThrow();
        double level = context.rig().excitationAmperes().orElseThrow();
        try {
            double[] forward = read(conduct, source, level);
            double[] backward = read(conduct, source, -level);
            context.notes().zeroCheck(ZeroCheckNotes.of(forward, backward, read(conduct, source, 0)));
        } finally {
            source.set(level, context.within());
        }
    }

    private double[] read(Conduct conduct, Excitation source, double amperes) throws InterruptedException {
        source.set(amperes, context.within());
        conduct.pause(reversal.settleSeconds());
        double[] volts = new double[readings(reversal)];
        for (int i = 0; i < volts.length; i++) {
            conduct.checkpoint();
            double raw = context.thermometer()
                    .readOnce(APERTURE_SECONDS, context.within().plusMillis(100));
            conduct.tell(new ScalarRead(conduct.seconds(), CHANNEL, raw, "V", raw, "V"));
            volts[i] = raw;
        }
        return volts;
    }

    /** How many readings each current gets. */
    static int readings(Shot.Reversal reversal) {
        return Math.max(2, reversal.readings());
    }

    @Override
    public Outcome leave(Conduct conduct) throws InterruptedException {
        // Forward again: the current is seen to flow and the thermometer to show a temperature.
        context.excite(conduct);
        context.readValidKelvin(conduct, NAME, APERTURE_SECONDS);
        ZeroCheckNotes taken = context.notes().zeroCheck().orElseThrow();
        String words = Figure.text(
                "EMF %g V with a standard uncertainty of %g V, %g V with the current off",
                taken.emfVolts(), taken.emfSigmaVolts(), taken.offVolts());
        double stated = context.rig().thermometry().offsetSigmaVolts();
        return Math.abs(taken.emfVolts()) <= MOST_SIGMAS * stated
                ? Outcome.good(words)
                : Outcome.marked(words
                        + Figure.text("; due within %g V, %g times the stated one", MOST_SIGMAS * stated, MOST_SIGMAS));
    }
}
