package org.fieldfall.protocols.instrument.contract;

/** The line of an instrument under test, with hands on it, and the clocks that its promises are measured with. */
public interface Bench {

    /** What a report about the line has to name: its resource. */
    String resource();

    /** Makes the instrument hear and obey but never answer. */
    void silence(boolean isSilent);

    /** Pulls the line out. */
    void unplug();

    /** Puts the line back under its old name. */
    void plug();

    /** Wall time of the wire. */
    long nanos();

    /** Lets a little wall time pass, some 20 ms. */
    void rest();

    /** Time of the experiment, in seconds. */
    double seconds();

    /** Lets the experiment go on for so long, as fast as may be. */
    void pass(double seconds);
}
