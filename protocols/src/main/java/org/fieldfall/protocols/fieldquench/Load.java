package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.SupplyCapability;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.SlowRamp;

/** Uploads the sweep while the crystal is still linked to the bath; the supply counts the points back. */
record Load(ShotContext context) implements Phase {

    static final String NAME = "load";

    private static final double DEADLINE_SECONDS = 60;

    /** Half of what an upload has: of a sweep this phase, of a part of a slow ramp one exchange. */
    private static final double LONGEST_SECONDS = DEADLINE_SECONDS / 2;

    private static final double LONGEST_PART_SECONDS = 5;

    /** What the plan refuses because the supply's line is too slow for it; empty if it is fast enough. */
    static List<String> refusals(int points, SupplyCapability supply) {
        List<String> refusals = new ArrayList<>();
        refuse(refusals, points, "the sweep", LONGEST_SECONDS, supply);
        refuse(refusals, SlowRamp.MOST_POINTS, "a part of a slow ramp", LONGEST_PART_SECONDS, supply);
        return refusals;
    }

    private static void refuse(
            List<String> refusals, int points, String what, double longest, SupplyCapability supply) {
        double seconds = supply.uploadSeconds(points);
        if (seconds > longest) {
            refusals.add(Figure.text(
                    "field-supply: its line takes up to %.1f s for the %d points of %s, allowed are %g s;"
                            + " a faster line is due",
                    seconds, points, what, longest));
        }
    }

    static Span span(int points, SupplyCapability supply) {
        return new Span(0, Math.min(DEADLINE_SECONDS, supply.uploadSeconds(points)), DEADLINE_SECONDS);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double deadlineSeconds() {
        return DEADLINE_SECONDS;
    }

    @Override
    public void enter(Conduct conduct) {
        conduct.pace(Pace.REAL);
        FieldDemand.initial(context, NAME).meet(conduct);
    }

    @Override
    public void perform(Conduct conduct) {
        context.supply().load(context.plan().sweep(), context.within());
    }

    @Override
    public Outcome leave(Conduct conduct) {
        // Loading must have moved nothing.
        double read = FieldDemand.initial(context, NAME).meet(conduct).tesla();
        return Outcome.good(Figure.text(
                "the supply holds %s, the field is still %.4f T", context.plan().sweep(), read));
    }
}
