package org.fieldfall.app.rig;

import java.time.Duration;
import java.util.function.DoubleConsumer;
import org.fieldfall.protocols.instrument.Excitation;
import org.fieldfall.protocols.instrument.Identity;

/**
 * A source that lets the thermometer know what current it carries: a voltage tells a temperature only by it. Until the first
 * level has been read back, and while a change is under way, nothing is known and the thermometer shows none.
 */
final class KnownExcitation implements Excitation {

    private static final double UNKNOWN = 0;

    private final Excitation source;
    private final DoubleConsumer thermometer;

    KnownExcitation(Excitation source, DoubleConsumer thermometer) {
        this.source = source;
        this.thermometer = thermometer;
        thermometer.accept(UNKNOWN);
    }

    @Override
    public void set(double amperes, Duration within) {
        thermometer.accept(UNKNOWN);
        source.set(amperes, within);
        thermometer.accept(amperes);
    }

    @Override
    public Capability capability() {
        return source.capability();
    }

    @Override
    public Identity identify(Duration within) {
        return source.identify(within);
    }

    @Override
    public double measureAmperes(Duration within) {
        return source.measureAmperes(within);
    }

    @Override
    public void resynchronise(Duration within) {
        source.resynchronise(within);
    }
}
