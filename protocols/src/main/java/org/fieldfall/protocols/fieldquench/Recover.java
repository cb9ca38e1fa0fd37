package org.fieldfall.protocols.fieldquench;

import java.util.List;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.PhaseFailedException;
import org.fieldfall.protocols.sequence.SlowRamp;
import org.fieldfall.protocols.sequence.SupplyToSafety.SafeField;

/** Ends the acquisition, links the crystal again and returns the field to its resting value. */
record Recover(ShotContext context) implements Phase {

    static final String NAME = "recover";

    private static final double EXCHANGES_SECONDS = 0.3;

    static Span span(ShotSettings shot, RigFacts rig) {
        List<RampProgram> programs = SlowRamp.programs(
                rig.onCoil(shot).finalTesla(), rig.safe().tesla(), rig.safe().rateTeslaPerSecond(), rig.supply());
        double ramp =
                programs.stream().mapToDouble(RampProgram::durationSeconds).sum();
        double expected = SlowRamp.seconds(programs, rig.supply()) + EXCHANGES_SECONDS;
        return new Span(ramp, expected, Math.max(expected, longestSeconds(rig)));
    }

    private static double longestSeconds(RigFacts rig) {
        return 60 + 5 * 2 * rig.supply().largestTesla() / rig.safe().rateTeslaPerSecond();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double deadlineSeconds() {
        return longestSeconds(context.rig());
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
        double from = context.readCoilTesla(conduct);
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
    public Outcome leave(Conduct conduct) throws InterruptedException {
        SafeField safe = context.rig().safe();
        double read = context.readCoilTesla(conduct);
        double tolerance = Math.max(safe.toleranceTesla(), context.fieldTolerance(safe.tesla()));
        if (!(Math.abs(read - safe.tesla()) <= tolerance)) {
            throw new PhaseFailedException(Figure.text(
                    "recover: the supply measures %.4f T, due the safe %.4f T within %.4f T",
                    read, safe.tesla(), tolerance));
        }
        String whose = context.bias().isThere() ? "field of the coil" : "field";
        return new Relinked(context).judge(conduct, Figure.text("%s at %.4f T", whose, read));
    }
}
