package org.fieldfall.protocols.fieldquench;

import java.util.Locale;
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

    @Override
    public String name() {
        return "prepare";
    }

    @Override
    public double deadlineSeconds() {
        double distance = 2 * context.rig().supply().largestTesla();
        return 60 + 5 * distance / context.shot().preparationTeslaPerSecond();
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
