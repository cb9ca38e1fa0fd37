package org.fieldfall.protocols.fieldquench;

import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.SlowRamp;

/**
 * Feeds the thermometer, links the crystal to the bath, asks the bath for the initial temperature and sets the initial field.
 * Where the spins would take too long at that temperature they are relaxed in the field at a warmer one first.
 */
final class Prepare implements Phase {

    private final ShotContext context;
    private final SpinTrack track;
    private final Equilibration equilibration;
    private Optional<String> cooled = Optional.empty();

    Prepare(ShotContext context, SpinTrack track) {
        this.context = context;
        this.track = track;
        this.equilibration = context.equilibration();
    }

    static final String NAME = "prepare";

    /** A dozen exchanges with the instruments. */
    private static final double EXCHANGES_SECONDS = 1;

    /** What comes before the field is set belongs in here, too. */
    static Span span(ShotSettings shot, RigFacts rig, Equilibration spins) {
        List<RampProgram> programs = SlowRamp.programs(
                rig.safe().tesla(), rig.onCoil(shot).initialTesla(), shot.preparationTeslaPerSecond(), rig.supply());
        double moving =
                rig.heatSwitch().map(RigFacts.HeatSwitchFacts::settleSeconds).orElse(0.0);
        double ramp =
                programs.stream().mapToDouble(RampProgram::durationSeconds).sum();
        double expected = moving + SlowRamp.seconds(programs, rig.supply()) + EXCHANGES_SECONDS;
        return new Span(moving + ramp, expected, Math.max(expected, longestSeconds(shot, rig)))
                .plus(Bias.span(rig))
                .plus(spins.preparing(shot, rig));
    }

    private static double longestSeconds(ShotSettings shot, RigFacts rig) {
        return 60 + 5 * 2 * rig.supply().largestTesla() / shot.preparationTeslaPerSecond();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double deadlineSeconds() {
        double cooling = equilibration.isFieldCooled() ? FieldCooling.BATH_SECONDS + equilibration.budgetSeconds() : 0;
        return longestSeconds(context.shot(), context.rig()) + Bias.longestSeconds(context.rig()) + cooling;
    }

    @Override
    public void enter(Conduct conduct) throws InterruptedException {
        context.excite(conduct);
        context.readValidKelvin(conduct, name(), SpinTrack.APERTURE_SECONDS);
        context.auxiliaries().read(conduct);
    }

    @Override
    public void perform(Conduct conduct) throws InterruptedException {
        conduct.pace(Pace.REAL);
        if (context.roles().heater().isPresent()) {
            context.roles().heater().get().off(context.within());
        }
        if (context.roles().heatSwitch().isPresent()) {
            context.roles().heatSwitch().get().close(context.within());
            conduct.pause(context.roles().heatSwitch().get().settleSeconds());
        }
        if (context.roles().bath().isPresent()) {
            context.roles()
                    .bath()
                    .get()
                    .setSetpoint(
                            cooling()
                                    .map(FieldCooling::warmKelvin)
                                    .orElse(context.shot().initialKelvin()),
                            context.within());
        }
        context.supply().prepare(context.within());
        track.readingOnTheWay(conduct);
        if (context.bias().isThere()) {
            context.bias().bring(conduct, NAME);
            track.readingOnTheWay(conduct);
        }
        rampCoilTo(context.rig().onCoil(context.shot()).initialTesla(), conduct);
        conduct.pause(0.1);
        track.readingOnTheWay(conduct);
        if (cooling().isPresent()) {
            cooled = Optional.of(cooling().get().perform(conduct));
        }
    }

    /** One program at a time, so that the spins can be followed on the way. */
    private void rampCoilTo(double tesla, Conduct conduct) throws InterruptedException {
        double from = context.readCoilTesla(conduct);
        for (RampProgram program : SlowRamp.programs(
                from,
                tesla,
                context.shot().preparationTeslaPerSecond(),
                context.rig().supply())) {
            SlowRamp.perform(context.supply(), List.of(program), conduct, context.within());
            track.readingOnTheWay(conduct);
        }
    }

    private Optional<FieldCooling> cooling() {
        return equilibration.isFieldCooled()
                ? context.roles().bath().map(bath -> new FieldCooling(context, track, bath))
                : Optional.empty();
    }

    @Override
    public Outcome leave(Conduct conduct) {
        double read = FieldDemand.initial(context, name()).meet(conduct).tesla();
        track.tell(conduct);
        String field = Figure.text("field at %.4f T", read);
        if (cooled.isEmpty()) {
            return Outcome.good(field);
        }
        String whole = field + "; " + cooled.get();
        return track.isStartForgotten()
                ? Outcome.good(whole)
                : Outcome.marked(whole + "; what the spins were before is not forgotten");
    }
}
