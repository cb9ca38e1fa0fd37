package org.fieldfall.protocols.sequence;

/** A channel that must not go unread for long, whatever the phase does meanwhile. */
public interface Vital {

    /** Name of the channel in the record. */
    String channel();

    /** Longest rig time between two readings. */
    double everySeconds();

    /** Reads the channel and tells it; tells nothing where another part of the run has hold of the instrument. */
    void read(Conduct conduct);
}
