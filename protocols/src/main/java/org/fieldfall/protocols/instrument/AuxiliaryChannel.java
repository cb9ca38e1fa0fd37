package org.fieldfall.protocols.instrument;

import java.time.Duration;

/** A number from any instrument: lock-in, Hall probe, helium level, vacuum gauge. */
public interface AuxiliaryChannel {

    String name();

    String unit();

    Identity identify(Duration within);

    /** Asks for the number; NaN if the instrument marks it invalid. */
    double measure(Duration within);

    void resynchronise(Duration within);
}
