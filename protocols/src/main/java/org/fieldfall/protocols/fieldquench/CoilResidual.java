package org.fieldfall.protocols.fieldquench;

import java.time.Duration;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.sequence.RigClock;

/**
 * What is left of the voltage across the coil when L dI/dt and R I are taken away: nothing in a healthy circuit, a growing
 * resistance in a magnet quench. The current is read before and after the voltage.
 *
 * @param voltage across the coil and its leads, in volts
 * @param henry of the coil
 * @param ohm of what the voltage is measured across
 */
public record CoilResidual(AuxiliaryChannel voltage, FieldSupply supply, RigClock clock, double henry, double ohm)
        implements AuxiliaryChannel {

    @Override
    public String name() {
        return voltage.name();
    }

    @Override
    public String unit() {
        return voltage.unit();
    }

    @Override
    public Identity identify(Duration within) {
        return voltage.identify(within);
    }

    @Override
    public double measure(Duration within) {
        double beforeSeconds = clock.seconds();
        FieldReading before = supply.measureField(within);
        double volts = voltage.measure(within);
        FieldReading after = supply.measureField(within);
        double passed = clock.seconds() - beforeSeconds;
        double slope = passed > 0 ? (after.amperes() - before.amperes()) / passed : 0;
        return volts - henry * slope - ohm * (before.amperes() + after.amperes()) / 2;
    }

    @Override
    public void resynchronise(Duration within) {
        voltage.resynchronise(within);
    }
}
