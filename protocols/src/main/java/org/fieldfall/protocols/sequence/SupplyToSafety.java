package org.fieldfall.protocols.sequence;

import java.util.List;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.RampProgram;

/**
 * Brings the field to its safe value: a half-sent line is ended, a running program is let end, the field is read, a
 * second program runs from there to the safe field at the safe rate, and the field is read again. Output off only then.
 *
 * <p>A running program is never cut: leaving it may jump back to the level before it, an uncontrolled sweep.
 */
public final class SupplyToSafety implements SafeStep {

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

    public SupplyToSafety(String name, FieldSupply supply, SafeField safe) {
        this.name = name;
        this.supply = supply.urgent();
        this.safe = safe;
    }

    @Override
    public String instrument() {
        return name;
    }

    @Override
    public boolean bring(Turn turn) throws InterruptedException {
        supply.resynchronise(turn.within());
        turn.tell("end half-sent line", "line answers", true);
        boolean isOn = supply.status(turn.within()).isOutputOn();
        letProgramEnd(turn);
        FieldReading found = supply.measureField(turn.within());
        turn.tell("measure field", text(found), true);
        if (isOn) {
            moveFrom(found.tesla(), turn);
        }
        FieldReading reached = supply.measureField(turn.within());
        boolean isSafe = Math.abs(reached.tesla() - safe.tesla()) <= safe.toleranceTesla();
        turn.tell(asked(), text(reached), isSafe);
        return isSafe && (!safe.isOutputOff() || switchOff(turn));
    }

    private boolean switchOff(Turn turn) {
        supply.outputOff(Math.abs(safe.tesla()) + safe.toleranceTesla(), turn.within());
        boolean isOff = !supply.status(turn.within()).isOutputOn();
        turn.tell("output off", isOff ? "output is off" : "output is still on", isOff);
        return isOff;
    }

    private void moveFrom(double tesla, Turn turn) throws InterruptedException {
        List<RampProgram> programs =
                SlowRamp.programs(tesla, safe.tesla(), safe.rateTeslaPerSecond(), supply.capability());
        for (RampProgram program : programs) {
            supply.load(program, turn.within());
            supply.start(turn.within());
            turn.waitFor(program.durationSeconds());
            letProgramEnd(turn);
        }
    }

    private void letProgramEnd(Turn turn) throws InterruptedException {
        double deadline = turn.seconds() + LONGEST_PROGRAM_SECONDS;
        while (supply.status(turn.within()).isRunning() && turn.seconds() < deadline) {
            turn.waitFor(0.05);
        }
    }

    private String asked() {
        return Figure.text("ramp to %g T at %g T/s", safe.tesla(), safe.rateTeslaPerSecond());
    }

    private static String text(FieldReading reading) {
        return Figure.text("%.5f T (%.4f A)", reading.tesla(), reading.amperes());
    }
}
