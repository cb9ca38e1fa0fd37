package org.fieldfall.protocols.instrument.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fieldfall.protocols.instrument.BufferedMeter;
import org.fieldfall.protocols.instrument.SampleThermometer;
import org.junit.jupiter.api.Test;

/** A buffered meter whose readings are temperatures of the sample, or none. */
public abstract class SampleThermometerContract extends BufferedMeterContract {

    // EMF, curve, gain and current of a lab: a few millikelvin each.
    private static final double ACCURACY = 0.03;

    protected abstract SampleThermometer thermometer();

    /** The sample's temperature, by other means. */
    protected abstract double trueKelvin();

    @Override
    protected final BufferedMeter meter() {
        return thermometer();
    }

    @Test
    void readsTheTemperatureOfTheSample() {
        double raw = thermometer().readOnce(APERTURE, WITHIN);

        assertThat(thermometer().kelvin(raw)).isCloseTo(trueKelvin(), within(ACCURACY));
    }

    @Test
    void makesNoTemperatureOfWhatIsInvalidOrBeyondItsCurve() {
        double raw = thermometer().readOnce(APERTURE, WITHIN);

        assertThat(thermometer().kelvin(Double.NaN)).isNaN();
        assertThat(thermometer().kelvin(1e4 * raw)).isNaN();
        assertThat(thermometer().kelvin(1e-4 * raw)).isNaN();
        assertThat(thermometer().kelvin(-raw)).isNaN();
    }
}
