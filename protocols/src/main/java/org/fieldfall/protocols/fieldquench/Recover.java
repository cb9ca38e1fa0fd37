package org.fieldfall.protocols.fieldquench;

import java.util.Locale;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.SlowRamp;
import org.fieldfall.protocols.sequence.SupplyToSafety.SafeField;

/** Ends the acquisition, links the crystal again and returns the field to its resting value. */
record Recover(ShotContext context) implements Phase {

    @Override
    public String name() {
        return "recover";
    }

    @Override
    public double deadlineSeconds() {
        return 60
                + 5
                        * 2
                        * context.rig().supply().largestTesla()
                        / context.rig().safe().rateTeslaPerSecond();
    }

    @Override
    public void enter(Conduct conduct) {
        conduct.pace(Pace.REAL);
        conduct.keepNothing();
        context.thermometer().stop(context.within());
        if (context.roles().heater().isPresent()) {
            context.roles().heater().get().off(context.within());
        }
        if (context.roles().heatSwitch().isPresent()) {
            context.roles().heatSwitch().get().close(context.within());
        }
    }

    @Override
    public void perform(Conduct conduct) throws InterruptedException {
        SafeField safe = context.rig().safe();
        double from = context.readField(conduct).tesla();
        SlowRamp.perform(
                context.supply(),
                SlowRamp.programs(
                        from,
                        safe.tesla(),
                        safe.rateTeslaPerSecond(),
                        context.rig().supply()),
                conduct,
                context.within());
    }

    @Override
    public Outcome leave(Conduct conduct) {
        return Outcome.good(String.format(
                Locale.ROOT, "field at %.4f T", context.readField(conduct).tesla()));
    }
}
