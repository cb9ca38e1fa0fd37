package org.fieldfall.protocols.fieldquench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.sequence.Consequence;
import org.fieldfall.protocols.sequence.LevelGuard;
import org.fieldfall.protocols.sequence.Phase;

/** One shot: its phases and the notes it leaves, beside the guards that all shots of a rig share. Used once. */
public final class FieldQuenchShot {

    /** A field or a crystal that nobody has seen for so long is a bad one. */
    static final double STALE_SECONDS = 4 * Vitals.EVERY_SECONDS;

    /** A ramp slower than this share of the rate asked for is marked. */
    private static final double LEAST_RATE_SHARE = 0.9;

    private final ShotContext context;

    private final Shot shot;
    private final String label;

    /**
     * @param number of the shot in its run, from 1
     * @param of how many shots the run has
     * @param plan must be allowed
     * @param within longest time of one exchange with an instrument
     */
    public FieldQuenchShot(
            int number,
            int of,
            Shot shot,
            ShotPlan plan,
            Crystal crystal,
            RigFacts rig,
            RigRoles roles,
            Duration within) {
        if (!plan.isAllowed()) {
            throw new IllegalArgumentException("the plan refuses this shot: " + plan.refusals());
        }
        this.shot = shot;
        this.label = LabelledPhase.label(number, of, shot);
        this.context = new ShotContext(
                number,
                shot.kind(),
                shot.settings(),
                plan,
                crystal,
                rig,
                roles,
                new ShotNotes(),
                new Auxiliaries(roles.auxiliary()),
                new Bias(roles.bias(), rig.bias(), within),
                within);
    }

    /** The phases, each under its shot's label where the run has several. */
    public List<Phase> phases() {
        List<Phase> labelled = new ArrayList<>();
        for (Phase phase : unlabelled()) {
            Phase attended = new AttendedPhase(phase, Vitals.of(context, phase));
            labelled.add(label.isEmpty() ? attended : new LabelledPhase(label, attended));
        }
        return labelled;
    }

    private List<Phase> unlabelled() {
        SpinTrack track = new SpinTrack(context);
        return switch (shot.kind()) {
            case SWEEP, REVERSE, ZERO, BLANK -> swept(track);
            case HEATER_PULSE -> heated(track);
            case ZERO_CHECK ->
                List.of(
                        new Prepare(context, track),
                        new Settle(context, track),
                        new ZeroCheck(context, shot.reversal().orElseThrow()));
        };
    }

    private List<Phase> swept(SpinTrack track) {
        Acquisition acquisition = new Acquisition(context, 0);
        return List.of(
                new Prepare(context, track),
                new Settle(context, track),
                new Load(context),
                new Isolate(context, track),
                new Arm(context, track, acquisition),
                new Sweep(context, acquisition, new Monitoring(context)),
                new Relax(context, acquisition),
                new Recover(context));
    }

    private List<Phase> heated(SpinTrack track) {
        Shot.Pulse pulse = shot.pulse().orElseThrow();
        Acquisition acquisition = new Acquisition(context, pulse.seconds());
        return List.of(
                new Prepare(context, track),
                new Settle(context, track),
                new Isolate(context, track),
                new Arm(context, track, acquisition),
                new Heat(context, acquisition, pulse),
                new Recover(context));
    }

    public Shot shot() {
        return shot;
    }

    public ShotPlan plan() {
        return context.plan();
    }

    /** The guards every rig has: field and temperature within its limits, and seen in time. */
    public static List<LevelGuard> guards(RigFacts rig) {
        double field = rig.supply().largestTesla() * 1.01;
        double bias = rig.biasTesla();
        List<LevelGuard> guards = new ArrayList<>(List.of(
                LevelGuard.on(ShotContext.FIELD, bias - field, bias + field, "T")
                        .staleAfter(STALE_SECONDS),
                LevelGuard.on(ShotContext.TEMPERATURE, rig.lowestKelvin(), rig.highestKelvin(), "K")
                        .staleAfter(STALE_SECONDS),
                new LevelGuard(
                        "rate-reached",
                        ShotContext.RATE_REACHED,
                        LEAST_RATE_SHARE,
                        Double.POSITIVE_INFINITY,
                        "",
                        Consequence.MARK,
                        Double.POSITIVE_INFINITY),
                new LevelGuard(
                        "compliance",
                        ShotContext.COMPLIANCE,
                        Double.NEGATIVE_INFINITY,
                        0.5,
                        "",
                        Consequence.MARK,
                        Double.POSITIVE_INFINITY)));
        rig.bias()
                .map(facts -> facts.can().largestTesla() * 1.01)
                .ifPresent(most ->
                        guards.add(LevelGuard.on(Bias.CHANNEL, -most, most, "T").staleAfter(STALE_SECONDS)));
        return guards;
    }

    public ShotNotes notes() {
        return context.notes();
    }
}
