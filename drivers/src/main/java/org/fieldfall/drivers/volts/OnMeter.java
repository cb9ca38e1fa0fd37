package org.fieldfall.drivers.volts;

import java.time.Duration;
import org.fieldfall.protocols.instrument.BufferedMeter;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.MeterCapability;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.instrument.Sampling;

/** A role filled by a voltmeter: it passes everything on to the meter and adds only what the volts mean. */
interface OnMeter extends BufferedMeter {

    BufferedMeter meter();

    /** Refuses a meter in a resistance mode: it sends 0.1 to 1 mA through a sensor that takes nanowatts. */
    static BufferedMeter inVolts(BufferedMeter meter, String role) {
        String unit = meter.capability().rawUnit();
        if (!unit.equals("V")) {
            throw new IllegalArgumentException("a " + role + " needs a meter that reads V, not one that reads " + unit);
        }
        return meter;
    }

    /** The meter alone: what is urgent asks for no meaning. */
    @Override
    default BufferedMeter urgent() {
        return meter().urgent();
    }

    @Override
    default MeterCapability capability() {
        return meter().capability();
    }

    @Override
    default Identity identify(Duration within) {
        return meter().identify(within);
    }

    @Override
    default double readOnce(double apertureSeconds, Duration within) {
        return meter().readOnce(apertureSeconds, within);
    }

    @Override
    default void configure(Sampling sampling, Duration within) {
        meter().configure(sampling, within);
    }

    @Override
    default void start(Duration within) {
        meter().start(within);
    }

    @Override
    default SampleBlock drain(Duration within) {
        return meter().drain(within);
    }

    @Override
    default double glance(Duration within) {
        return meter().glance(within);
    }

    @Override
    default void halt(Duration within) {
        meter().halt(within);
    }

    @Override
    default void stop(Duration within) {
        meter().stop(within);
    }

    @Override
    default void resynchronise(Duration within) {
        meter().resynchronise(within);
    }
}
