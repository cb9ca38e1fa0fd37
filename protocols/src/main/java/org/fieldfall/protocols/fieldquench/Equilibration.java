package org.fieldfall.protocols.fieldquench;

import java.util.Optional;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.TwoWells;

/**
 * How a crystal comes to equilibrium at the initial temperature and field: n relaxation times are waited there or, where that
 * takes longer than the budget, it is warmed in the field to where they are short and cooled in the field again. Then the
 * populations stop to follow somewhere on the way down, and how far off they end only the {@link SpinTrack} tells.
 *
 * @param neededSeconds n τ(Ti, Bi)
 * @param budgetSeconds longest time the protocol grants
 * @param warmKelvin where a crystal that is cooled in the field waits first; NaN for the other ways
 */
record Equilibration(Way way, double times, double neededSeconds, double budgetSeconds, double warmKelvin) {

    enum Way {
        /** Nothing is asked of the spins. */
        NONE,
        /** At the initial temperature. */
        WAIT,
        /** From a warmer one, in the field. */
        FIELD_COOL,
        /** The rig cannot warm the crystal, or not enough. */
        OUT_OF_REACH
    }

    /** The relaxation times at the warmer temperature may take this share of the budget: the rest is for bath and way back. */
    private static final double WARM_SHARE = 0.1;

    private static final int HALVINGS = 60;

    static Equilibration of(ShotKind kind, ShotSettings shot, Crystal crystal, RigFacts rig) {
        TwoWells wells = crystal.in(Surroundings.isolated());
        ShotSettings.Equilibrium due = shot.equilibrium();
        double budget = due.budgetSeconds();
        if (kind == ShotKind.BLANK || kind == ShotKind.ZERO_CHECK) {
            return new Equilibration(Way.NONE, due.times(), 0, budget, Double.NaN);
        }
        double needed = due.times() * wells.equilibrationSeconds(shot.initialKelvin(), shot.initialTesla());
        if (needed <= budget) {
            return new Equilibration(Way.WAIT, due.times(), needed, budget, Double.NaN);
        }
        double warmest = Math.min(rig.highestKelvin(), crystal.lattice().hottestKelvin());
        double warm = warm(wells, shot, warmest);
        boolean canWarm = rig.bath().fixedKelvin().isEmpty()
                && due.times() * wells.equilibrationSeconds(warm, shot.initialTesla()) <= budget;
        return new Equilibration(
                canWarm ? Way.FIELD_COOL : Way.OUT_OF_REACH, due.times(), needed, budget, canWarm ? warm : Double.NaN);
    }

    /** The lowest temperature at which the relaxation times take no more than their share of the budget, or the warmest. */
    private static double warm(TwoWells wells, ShotSettings shot, double warmestKelvin) {
        double most = WARM_SHARE
                * shot.equilibrium().budgetSeconds()
                / shot.equilibrium().times();
        double below = shot.initialKelvin();
        double above = warmestKelvin;
        for (int i = 0; i < HALVINGS && below < above; i++) {
            double middle = (below + above) / 2;
            if (wells.equilibrationSeconds(middle, shot.initialTesla()) > most) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return above;
    }

    boolean isFieldCooled() {
        return way == Way.FIELD_COOL;
    }

    /** Time that settling may go on for beyond what the protocol asks of bath and crystal. */
    double waitAtMostSeconds() {
        return way == Way.WAIT ? budgetSeconds : 0;
    }

    /** What preparing takes because of the spins: the bath's way up and down again, and the relaxation times up there. */
    Span preparing(ShotSettings shot, RigFacts rig) {
        if (!isFieldCooled()) {
            return Span.NONE;
        }
        double travel = rig.bath().travelSeconds(warmKelvin).orElse(0.0);
        double least = WARM_SHARE * budgetSeconds;
        return new Span(
                0, Math.min(travel + least, FieldCooling.BATH_SECONDS), FieldCooling.BATH_SECONDS + budgetSeconds);
    }

    /** What the operator should know; empty where waiting does. */
    Optional<String> warning() {
        String takes = Figure.text(
                "equilibrium: %g relaxation times at the initial temperature and field take %s, the budget is %s; ",
                times, duration(neededSeconds), duration(budgetSeconds));
        return switch (way) {
            case NONE, WAIT -> Optional.empty();
            case FIELD_COOL ->
                Optional.of(takes
                        + Figure.text(
                                "the crystal is cooled in the field from %.2f K, and what is left of the way the run tells",
                                warmKelvin));
            case OUT_OF_REACH ->
                Optional.of(takes
                        + Figure.text(
                                "this rig cannot warm it to cool it in the field: after the budget still %.0f %% of what"
                                        + " it came with would be left, and the shot is marked",
                                100 * Math.exp(-times * budgetSeconds / neededSeconds)));
        };
    }

    private static String duration(double seconds) {
        double hours = seconds / 3600;
        if (hours > 48) {
            return Figure.text("%.3g days", hours / 24);
        }
        return hours >= 1 ? Figure.text("%.1f h", hours) : Figure.text("%.1f min", seconds / 60);
    }
}
