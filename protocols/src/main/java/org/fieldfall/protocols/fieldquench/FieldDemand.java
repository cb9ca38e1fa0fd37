package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.SupplyStatus;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.PhaseFailedException;

/** What a phase needs of the field before or after it: at rest where it should be, and the supply driving it. */
record FieldDemand(ShotContext context, String phase, double dueTesla) {

    static FieldDemand initial(ShotContext context, String phase) {
        return new FieldDemand(context, phase, context.shot().initialTesla());
    }

    /** Measures the field; of the bias as well, where there is one. */
    FieldReading meet(Conduct conduct) {
        context.bias().meet(conduct, phase);
        SupplyStatus status = context.supply().status(context.within());
        if (!status.isOutputOn()) {
            throw new PhaseFailedException(
                    Figure.text("%s: the supply's output is off, due on with %.4f T", phase, dueTesla));
        }
        if (status.isRunning()) {
            throw new PhaseFailedException(
                    Figure.text("%s: the supply still runs a program, due at rest at %.4f T", phase, dueTesla));
        }
        return meetTesla(conduct);
    }

    /** Only the value. */
    FieldReading meetTesla(Conduct conduct) {
        FieldReading reading = context.readField(conduct);
        double tolerance = context.fieldTolerance(dueTesla);
        if (!(Math.abs(reading.tesla() - dueTesla) <= tolerance)) {
            throw new PhaseFailedException(Figure.text(
                    "%s: the supply measures %.4f T, due %.4f T within %.4f T",
                    phase, reading.tesla(), dueTesla, tolerance));
        }
        return reading;
    }
}
