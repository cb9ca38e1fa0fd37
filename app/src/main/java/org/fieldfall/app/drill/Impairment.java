package org.fieldfall.app.drill;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fieldfall.app.drill.DrillResult.Outcome;
import org.fieldfall.app.rig.StagedFault;

/**
 * What a fault takes away, and so what is due of a run that meets it.
 *
 * <p>Whatever happens, a run ends, within the stated time, with its record whole and its cause in words; the field is at
 * its safe value wherever the supply can still be spoken to. Beyond that, what must not pass for a good shot is told here.
 */
record Impairment(StagedFault fault, String phase) {

    private static final List<String> BEFORE_THE_FIELD_FELL =
            List.of("prepare", "settle", "load", "isolate", "arm", "sweep", StagedFault.RAMP);

    private static final Set<Outcome> ANY = EnumSet.complementOf(EnumSet.of(Outcome.LIMBO, Outcome.REFUSED));
    private static final Set<Outcome> ENDED = EnumSet.of(Outcome.GUARD, Outcome.FAILED, Outcome.STOPPED);
    private static final Set<Outcome> NOT_GOOD =
            EnumSet.of(Outcome.GUARD, Outcome.FAILED, Outcome.STOPPED, Outcome.MARKED);

    /** An instrument that cannot be asked any more cannot be seen safe. */
    boolean isUnreachable() {
        return isOfLine() && fault.lastsSeconds().isEmpty();
    }

    /** Nobody can bring all of the field down. */
    boolean isFieldLost() {
        return isUnreachable() && (isOfSupply() || fault.role().equals("bias-magnet"));
    }

    boolean isDiskFull() {
        return fault.name().equals(StagedFault.DISK_FULL);
    }

    /** How the run may end. */
    Set<Outcome> due() {
        return switch (fault.name()) {
            case "supply.trip", "magnet.quench" -> isBeforeRelaxing() ? ENDED : phase.equals("relax") ? NOT_GOOD : ANY;
            case "sensor.frozen" -> isSample() && (isBeforeRelaxing() || phase.equals("relax")) ? NOT_GOOD : ANY;
            case "sensor.open" -> isSample() && isBeforeRelaxing() ? NOT_GOOD : ANY;
            case "line.dead", "line.silent" -> isUnreachable() && isOfSupply() ? ENDED : ANY;
            case "switch.stuck" -> List.of("prepare", "settle", "load").contains(phase) ? NOT_GOOD : ANY;
            case "supply.compliance" -> isBeforeRelaxing() && !phase.equals(StagedFault.RAMP) ? NOT_GOOD : ANY;
            default -> ANY;
        };
    }

    private boolean isBeforeRelaxing() {
        return BEFORE_THE_FIELD_FELL.contains(phase);
    }

    private boolean isOfSupply() {
        return fault.role().equals("field-supply");
    }

    private boolean isOfLine() {
        return fault.name().startsWith("line.");
    }

    private boolean isSample() {
        return fault.role().equals("sample-thermometer");
    }
}
