package org.fieldfall.protocols.sequence;

import java.time.Duration;
import java.util.List;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.SafeStateStep;

/**
 * Brings the field to its safe value: a half-sent line is ended, a running program is let end, the field is read, a
 * second program runs from there to the safe field at the safe rate, and the field is read again. Output off only then.
 *
 * <p>A running program is never cut: leaving it may jump back to the level before it, an uncontrolled sweep.
 */
public final class SupplyToSafety implements SafeStep {

    private static final Duration BEAT = Duration.ofMillis(100);
    private static final double LONGEST_PROGRAM_SECONDS = 30;

    /**
     * What the rig file calls safe.
     *
     * @param toleranceTesla how far the measured field may be from {@code tesla}
     */
    public record SafeField(double tesla, double rateTeslaPerSecond, double toleranceTesla, boolean isOutputOff) {}

    private final String name;
    private final FieldSupply supply;
    private final SafeField safe;
    private final Duration within;

    public SupplyToSafety(String name, FieldSupply supply, SafeField safe, Duration within) {
        this.name = name;
        this.supply = supply.urgent();
        this.safe = safe;
        this.within = within;
    }

    @Override
    public String instrument() {
        return name;
    }

    @Override
    public boolean bring(RigClock clock, RunListener listener) throws InterruptedException {
        supply.resynchronise(within);
        listener.heard(new SafeStateStep(clock.seconds(), name, "end half-sent line", "line answers", true));
        boolean isOn = supply.status(within).isOutputOn();
        letProgramEnd(clock);
        FieldReading found = supply.measureField(within);
        listener.heard(new SafeStateStep(clock.seconds(), name, "measure field", text(found), true));
        if (isOn) {
            moveFrom(found.tesla(), clock);
        }
        FieldReading reached = supply.measureField(within);
        boolean isSafe = Math.abs(reached.tesla() - safe.tesla()) <= safe.toleranceTesla();
        listener.heard(new SafeStateStep(clock.seconds(), name, asked(), text(reached), isSafe));
        return isSafe && (!safe.isOutputOff() || switchOff(clock, listener));
    }

    private boolean switchOff(RigClock clock, RunListener listener) {
        supply.outputOff(Math.abs(safe.tesla()) + safe.toleranceTesla(), within);
        boolean isOff = !supply.status(within).isOutputOn();
        listener.heard(new SafeStateStep(
                clock.seconds(), name, "output off", isOff ? "output is off" : "output is still on", isOff));
        return isOff;
    }

    private void moveFrom(double tesla, RigClock clock) throws InterruptedException {
        List<RampProgram> programs =
                SlowRamp.programs(tesla, safe.tesla(), safe.rateTeslaPerSecond(), supply.capability());
        for (RampProgram program : programs) {
            supply.load(program, within);
            supply.start(within);
            waitFor(clock, program.durationSeconds());
            letProgramEnd(clock);
        }
    }

    private void letProgramEnd(RigClock clock) throws InterruptedException {
        double deadline = clock.seconds() + LONGEST_PROGRAM_SECONDS;
        while (supply.status(within).isRunning() && clock.seconds() < deadline) {
            waitFor(clock, 0.05);
        }
    }

    private static void waitFor(RigClock clock, double seconds) throws InterruptedException {
        double until = clock.seconds() + seconds;
        boolean over;
        do {
            over = clock.waitUntil(until, BEAT);
        } while (!over);
    }

    private String asked() {
        return Figure.text("ramp to %g T at %g T/s", safe.tesla(), safe.rateTeslaPerSecond());
    }

    private static String text(FieldReading reading) {
        return Figure.text("%.5f T (%.4f A)", reading.tesla(), reading.amperes());
    }
}
