package org.fieldfall.protocols.instrument;

import java.util.Objects;

/** Who an instrument says it is, in the four fields of {@code *IDN?}. */
public record Identity(String maker, String model, String serial, String firmware) {

    public Identity {
        Objects.requireNonNull(maker);
        Objects.requireNonNull(model);
        Objects.requireNonNull(serial);
        Objects.requireNonNull(firmware);
    }

    /** True if the instrument is a pretended one: simulated serial numbers start with {@code SIM}. */
    public boolean isSimulated() {
        return serial.startsWith("SIM");
    }

    @Override
    public String toString() {
        return maker + " " + model + " no. " + serial + " (firmware " + firmware + ")";
    }
}
