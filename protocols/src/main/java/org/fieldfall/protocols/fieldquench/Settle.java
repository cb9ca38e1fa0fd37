package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;

/**
 * Lets the spins come to equilibrium at the initial field and counts how many relaxation times pass. A controlled bath must
 * have been at its setpoint for its stated time; behind a closed switch the crystal must be at the initial temperature,
 * which is what proves the switch closed.
 */
record Settle(ShotContext context) implements Phase {

    /** A bath may have to come from far. */
    private static final double BATH_SECONDS = 7200;

    private static final double EVERY_SECONDS = 2;

    @Override
    public String name() {
        return "settle";
    }

    @Override
    public double deadlineSeconds() {
        return 2 * context.shot().settleSeconds() + 60 + (context.roles().bath().isPresent() ? BATH_SECONDS : 0);
    }

    @Override
    public void enter(Conduct conduct) {
        conduct.pace(Pace.WAITING);
    }

    @Override
    public void perform(Conduct conduct) throws InterruptedException {
        RelaxationCount count = new RelaxationCount(context);
        double end = conduct.seconds() + context.shot().settleSeconds();
        double stableSince = conduct.seconds();
        while (true) {
            double crystal = count.reading(conduct);
            double bath = context.readBath(conduct);
            stableSince = isThere(bath, crystal) ? stableSince : conduct.seconds();
            boolean isStable =
                    conduct.seconds() - stableSince >= context.rig().bath().stableSeconds();
            if (isStable && conduct.seconds() >= end) {
                return;
            }
            conduct.pause(EVERY_SECONDS);
        }
    }

    private boolean isThere(double bath, double crystal) {
        boolean isBathThere = context.roles().bath().isEmpty()
                || Math.abs(bath - context.shot().initialKelvin())
                        <= context.rig().bath().toleranceKelvin();
        boolean isCrystalThere = context.roles().heatSwitch().isEmpty()
                || Math.abs(crystal - context.shot().initialKelvin())
                        <= context.shot().toleranceKelvin();
        return isBathThere && isCrystalThere;
    }

    @Override
    public Outcome leave(Conduct conduct) {
        context.readField(conduct);
        return Outcome.good(Figure.text(
                "%g relaxation times at the initial field%s",
                context.notes().relaxationTimesWaited(),
                context.roles().heatSwitch().isPresent() ? "; crystal at the bath's temperature: switch CLOSED" : ""));
    }
}
