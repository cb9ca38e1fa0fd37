package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.analysis.Uncertain;
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

    private static final String CHANNEL = "thermometer-voltage";
    private static final double APERTURE_SECONDS = 0.1;

    @Override
    public String name() {
        return "zero-check";
    }

    @Override
    public double deadlineSeconds() {
        return 60 + 6 * (reversal.settleSeconds() + reversal.readings() * APERTURE_SECONDS);
    }

    @Override
    public void enter(Conduct conduct) {
        conduct.pace(Pace.REAL);
    }

    @Override
    public void perform(Conduct conduct) throws InterruptedException {
        Excitation source = context.roles().excitation().orElseThrow();
        double level = context.rig().excitationAmperes().orElseThrow();
        try {
            Uncertain forward = read(conduct, source, level);
            Uncertain backward = read(conduct, source, -level);
            Uncertain off = read(conduct, source, 0);
            double sigma = Math.max(forward.sigma(), Math.max(backward.sigma(), off.sigma()));
            context.notes().zeroCheck(new ZeroCheckNotes(forward.value(), backward.value(), off.value(), sigma));
        } finally {
            source.set(level, context.within());
        }
    }

    private Uncertain read(Conduct conduct, Excitation source, double amperes) throws InterruptedException {
        source.set(amperes, context.within());
        conduct.pause(reversal.settleSeconds());
        double[] volts = new double[Math.max(2, reversal.readings())];
        for (int i = 0; i < volts.length; i++) {
            conduct.checkpoint();
            double raw = context.thermometer()
                    .readOnce(APERTURE_SECONDS, context.within().plusMillis(100));
            conduct.tell(new ScalarRead(conduct.seconds(), CHANNEL, raw, "V", raw, "V"));
            volts[i] = raw;
        }
        return Uncertain.mean(volts);
    }

    @Override
    public Outcome leave(Conduct conduct) {
        ZeroCheckNotes taken = context.notes().zeroCheck().orElseThrow();
        return Outcome.good(Figure.text(
                "EMF %g V with a standard uncertainty of %g V, %g V with the current off",
                taken.emfVolts(), taken.emfSigmaVolts(), taken.offVolts()));
    }
}
