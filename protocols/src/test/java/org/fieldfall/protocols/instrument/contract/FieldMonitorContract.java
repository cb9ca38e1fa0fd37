package org.fieldfall.protocols.instrument.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.fieldfall.protocols.instrument.BufferedMeter;
import org.fieldfall.protocols.instrument.FieldMonitor;
import org.junit.jupiter.api.Test;

/** A buffered meter whose readings are fields, or none. */
public abstract class FieldMonitorContract extends BufferedMeterContract {

    // Noise of a reading, spread of coil constant and shunt.
    private static final double ACCURACY = 3e-3;

    protected abstract FieldMonitor monitor();

    /** The field, by other means. */
    protected abstract double trueTesla();

    /** Brings the field to a value and lets it settle there. */
    protected abstract void goTo(double tesla);

    @Override
    protected final BufferedMeter meter() {
        return monitor();
    }

    @Test
    void readsTheFieldOnEitherSideOfZero() {
        DoubleStream.of(0.5, -0.25, 0).forEach(tesla -> {
            goTo(tesla);

            double read = monitor().tesla(monitor().readOnce(APERTURE, WITHIN));

            assertThat(read).isCloseTo(trueTesla(), within(ACCURACY));
            assertThat(read).isCloseTo(tesla, within(ACCURACY));
        });
    }

    @Test
    void makesNoFieldOfWhatIsInvalid() {
        assertThat(monitor().tesla(Double.NaN)).isNaN();
    }
}
