package org.fieldfall.protocols.fieldquench;

import java.util.List;
import java.util.Locale;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.PhaseFailedException;
import org.fieldfall.protocols.sequence.SlowRamp;

/**
 * Feeds the thermometer, links the crystal to the bath, asks the bath for the initial temperature and sets the initial field.
 */
record Prepare(ShotContext context) implements Phase {

    static final String NAME = "prepare";

    /** A dozen exchanges with the instruments. */
    private static final double EXCHANGES_SECONDS = 1;

    /** What comes before the field is set belongs in here, too. */
    static Span span(ShotSettings shot, RigFacts rig) {
        List<RampProgram> programs = SlowRamp.programs(
                rig.safe().tesla(), shot.initialTesla(), shot.preparationTeslaPerSecond(), rig.supply());
        double moving =
                rig.heatSwitch().map(RigFacts.HeatSwitchFacts::settleSeconds).orElse(0.0);
        double ramp =
                programs.stream().mapToDouble(RampProgram::durationSeconds).sum();
        double expected = moving + SlowRamp.seconds(programs, rig.supply()) + EXCHANGES_SECONDS;
        return new Span(moving + ramp, expected, Math.max(expected, longestSeconds(shot, rig)));
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
        return longestSeconds(context.shot(), context.rig());
    }

    @Override
    public void enter(Conduct conduct) throws InterruptedException {
        context.excite(conduct);
        context.readKelvin(conduct, 0.1);
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
            context.roles().bath().get().setSetpoint(context.shot().initialKelvin(), context.within());
        }
        context.supply().prepare(context.within());
        double from = context.readField(conduct).tesla();
        SlowRamp.perform(
                context.supply(),
                SlowRamp.programs(
                        from,
                        context.shot().initialTesla(),
                        context.shot().preparationTeslaPerSecond(),
                        context.rig().supply()),
                conduct,
                context.within());
        conduct.pause(0.1);
    }

    @Override
    public Outcome leave(Conduct conduct) {
        double asked = context.shot().initialTesla();
        double read = context.readField(conduct).tesla();
        if (Math.abs(read - asked) > context.fieldTolerance(asked)) {
            throw new PhaseFailedException(String.format(
                    Locale.ROOT,
                    "prepare: asked for %.4f T, the supply measures %.4f T, due within %.4f T",
                    asked,
                    read,
                    context.fieldTolerance(asked)));
        }
        return Outcome.good(String.format(Locale.ROOT, "field at %.4f T", read));
    }
}
