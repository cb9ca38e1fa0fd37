package org.fieldfall.protocols.fieldquench;

import java.util.Optional;
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
record Settle(ShotContext context, SpinTrack track) implements Phase {

    private static final double BATH_SECONDS = FieldCooling.BATH_SECONDS;

    private static final double EVERY_SECONDS = 2;

    private static final double SPARE_SECONDS = 10;

    /** A controller that changes its range may lose sight of the bath for a moment, not for longer. */
    static final double BLIND_SECONDS = 30;

    static final String NAME = "settle";

    /** A bath whose way is not known is expected to be there. */
    static Span span(ShotSettings shot, RigFacts rig, Equilibration spins) {
        boolean isControlled = rig.bath().fixedKelvin().isEmpty();
        double shortest = Math.max(shot.settleSeconds(), rig.bath().stableSeconds());
        double travel = rig.bath().travelSeconds(shot.initialKelvin()).orElse(0.0);
        double relaxing = spins.waitAtMostSeconds() > 0 ? spins.neededSeconds() : 0;
        double expected = Math.max(
                        Math.max(shot.settleSeconds(), relaxing),
                        travel + rig.bath().stableSeconds())
                + EVERY_SECONDS;
        boolean isWaiting = isControlled || rig.heatSwitch().isPresent();
        double longest = isWaiting ? longestSeconds(shot, isControlled) : shot.settleSeconds() + SPARE_SECONDS;
        return new Span(shortest, expected, Math.max(expected, longest + spins.waitAtMostSeconds()));
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
        return longestSeconds(context.shot(), context.roles().bath().isPresent())
                + context.equilibration().waitAtMostSeconds();
    }

    @Override
    public void enter(Conduct conduct) {
        FieldDemand.initial(context, name()).meet(conduct);
        conduct.pace(Pace.WAITING);
    }

    @Override
    public void perform(Conduct conduct) throws InterruptedException {
        double wait = context.equilibration().waitAtMostSeconds();
        double end = conduct.seconds() + context.shot().settleSeconds();
        double stableSince = conduct.seconds();
        double lastValid = conduct.seconds();
        while (true) {
            double crystal = track.reading(conduct);
            double bath = context.readBath(conduct);
            lastValid = Double.isNaN(bath) ? lastValid : conduct.seconds();
            refuseBlindness(conduct.seconds() - lastValid);
            stableSince = isThere(bath, crystal) ? stableSince : conduct.seconds();
            boolean isStable =
                    conduct.seconds() - stableSince >= context.rig().bath().stableSeconds();
            boolean isEquilibrated = track.isEquilibrated() || conduct.seconds() - stableSince >= wait;
            if (isStable && isEquilibrated && conduct.seconds() >= end) {
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
        FieldDemand.initial(context, name()).meet(conduct);
        track.readField(conduct);
        track.tell(conduct);
        Optional<SpinState> state = track.state();
        String words = Figure.text(
                "%g relaxation times at the initial field%s%s",
                context.notes().relaxationTimesWaited(),
                state.map(found -> "; " + found.words()).orElse(""),
                context.roles().heatSwitch().isPresent() ? "; crystal at the bath's temperature: switch CLOSED" : "");
        return isGood(state) ? Outcome.good(words) : Outcome.marked(words);
    }

    /** A zero check asks nothing of the spins. */
    private boolean isGood(Optional<SpinState> state) {
        return context.equilibration().way() == Equilibration.Way.NONE
                || state.map(SpinState::isEquilibrium).orElse(true);
    }
}
