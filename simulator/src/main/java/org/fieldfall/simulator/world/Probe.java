package org.fieldfall.simulator.world;

/** A voltmeter on the leads of the thermometer or of the shunt. */
public interface Probe {

    boolean isSampling();

    /**
     * The voltage went evenly from one value to another between two world times. What the probe does here may change the
     * world through {@link World#act}.
     */
    void sees(double fromSeconds, double fromVolts, double toSeconds, double toVolts);

    /** Its converter hangs: it tells its last reading again and again. */
    default void hang(boolean isHanging) {}
}
