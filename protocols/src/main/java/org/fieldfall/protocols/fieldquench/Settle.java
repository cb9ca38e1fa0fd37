package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.PhaseFailedException;

/**
 * Lets the spins come to equilibrium at the initial field and counts how many relaxation times pass. A controlled bath must
 * have been at its setpoint for its stated time; behind a closed switch the crystal must be at the initial temperature,
 * which is what proves the switch closed.
 */
record Settle(ShotContext context) implements Phase {

    /** A bath may have to come from far. */
    private static final double BATH_SECONDS = 7200;

    private static final double EVERY_SECONDS = 2;

    private static final double SPARE_SECONDS = 10;

    /** A controller that changes its range may lose sight of the bath for a moment, not for longer. */
    private static final double BLIND_SECONDS = 30;

    static final String NAME = "settle";

    /** A bath whose way is not known is expected to be there. */
    static Span span(ShotSettings shot, RigFacts rig) {
        boolean isControlled = rig.bath().fixedKelvin().isEmpty();
        double shortest = Math.max(shot.settleSeconds(), rig.bath().stableSeconds());
        double travel = rig.bath().travelSeconds(shot.initialKelvin()).orElse(0.0);
        double expected = Math.max(shot.settleSeconds(), travel + rig.bath().stableSeconds()) + EVERY_SECONDS;
        boolean isWaiting = isControlled || rig.heatSwitch().isPresent();
        return new Span(
                shortest,
                expected,
                Math.max(expected, isWaiting ? longestSeconds(shot, isControlled) : expected + SPARE_SECONDS));
    }

    private static double longestSeconds(ShotSettings shot, boolean isControlled) {
        return 2 * shot.settleSeconds() + 60 + (isControlled ? BATH_SECONDS : 0);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double deadlineSeconds() {
        return longestSeconds(context.shot(), context.roles().bath().isPresent());
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
        double lastValid = conduct.seconds();
        while (true) {
            double crystal = count.reading(conduct);
            double bath = context.readBath(conduct);
            lastValid = Double.isNaN(bath) ? lastValid : conduct.seconds();
            refuseBlindness(conduct.seconds() - lastValid);
            stableSince = isThere(bath, crystal) ? stableSince : conduct.seconds();
            boolean isStable =
                    conduct.seconds() - stableSince >= context.rig().bath().stableSeconds();
            if (isStable && conduct.seconds() >= end) {
                return;
            }
            conduct.pause(EVERY_SECONDS);
        }
    }

    /** A sensor that stays open or out of its curve will not see the bath come. */
    private static void refuseBlindness(double seconds) {
        if (seconds > BLIND_SECONDS) {
            throw new PhaseFailedException(Figure.text(
                    "settle: the bath's reading has been invalid (sensor open, or outside its curve) for %.0f s, due a"
                            + " temperature at least every %g s",
                    seconds, BLIND_SECONDS));
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
