package org.fieldfall.app.drill;

import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.StagedFault;

/**
 * How long the way to the safe state may take, in rig time: the field's way down from the rig's limit at the safe rate, one
 * missed reply for each instrument and a second turn; where a line is gone, the patience for it as well.
 */
record SafeTime(RigConfig rig) {

    private static final double REPLY_SECONDS = 10;
    private static final double TURN_SECONDS = 5;

    /** A lost line is waited for so long before it is given up. */
    private static final double PATIENCE_SECONDS = 60;

    double limitSeconds(StagedFault fault) {
        double field = rig.limits().fieldTesla() / rig.safeState().rateTeslaPerSecond();
        double bias = OpenRig.biasSeconds(rig);
        int instruments = rig.roles().instruments().size();
        boolean isOfLine = fault.name().startsWith("line.");
        double patience = isOfLine ? PATIENCE_SECONDS + REPLY_SECONDS * instruments : 0;
        return field + bias + REPLY_SECONDS + TURN_SECONDS * 2 + patience;
    }
}
