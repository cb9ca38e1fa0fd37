package org.fieldfall.protocols.run;

/** Hears the events of a run in their order. Must return soon: it is called on the sequencer's thread. */
@FunctionalInterface
public interface RunListener {
    void heard(RunEvent event);
}
