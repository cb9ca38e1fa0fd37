package org.fieldfall.protocols.fieldquench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.sequence.ExcitationToSafety;
import org.fieldfall.protocols.sequence.HeaterToSafety;
import org.fieldfall.protocols.sequence.LevelGuard;
import org.fieldfall.protocols.sequence.MeterToSafety;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.SafeStep;
import org.fieldfall.protocols.sequence.SupplyToSafety;
import org.fieldfall.protocols.sequence.SwitchToSafety;

/** One shot: its phases and the notes it leaves, beside the guards and the way to safety that all shots of a rig share. Used once. */
public final class FieldQuenchShot {

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
                within);
    }

    /** The phases, each under its shot's label where the run has several. */
    public List<Phase> phases() {
        List<Phase> labelled = new ArrayList<>();
        unlabelled().forEach(phase -> labelled.add(label.isEmpty() ? phase : new LabelledPhase(label, phase)));
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

    public static List<LevelGuard> guards(RigFacts rig) {
        double field = rig.supply().largestTesla() * 1.01;
        return List.of(
                new LevelGuard(ShotContext.FIELD, -field, field, "T"),
                new LevelGuard(ShotContext.TEMPERATURE, rig.lowestKelvin(), rig.highestKelvin(), "K"));
    }

    /** The supply first: another instrument that hangs must not keep the field up. */
    public static List<SafeStep> wayToSafety(RigRoles roles, RigFacts rig, Duration within) {
        List<SafeStep> steps = new ArrayList<>();
        steps.add(new SupplyToSafety("field supply", roles.supply(), rig.safe(), within));
        roles.heater().ifPresent(heater -> steps.add(new HeaterToSafety("sample heater", heater, within)));
        roles.heatSwitch().ifPresent(link -> steps.add(new SwitchToSafety("heat switch", link, within)));
        steps.add(new MeterToSafety("sample thermometer", roles.thermometer(), within));
        roles.monitor().ifPresent(monitor -> steps.add(new MeterToSafety("field monitor", monitor, within)));
        roles.excitation().ifPresent(source -> steps.add(new ExcitationToSafety("excitation", source, within)));
        return steps;
    }

    public ShotNotes notes() {
        return context.notes();
    }
}
