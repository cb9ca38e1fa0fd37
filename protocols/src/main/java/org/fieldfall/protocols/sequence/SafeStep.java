package org.fieldfall.protocols.sequence;

/** Brings one instrument to its safe state, on its own, within the time of its turn, and proves it in the record. */
public interface SafeStep {

    String instrument();

    /**
     * Sends what is needed and reads back what came of it, once. Each step is told. May throw any instrument fault; the
     * next instrument gets its turn all the same, and this one another after it.
     *
     * @return true if the instrument was seen in its safe state
     */
    boolean bring(Turn turn) throws InterruptedException;
}
