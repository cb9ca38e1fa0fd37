package org.fieldfall.protocols.run;

/**
 * Hears the events of a run in their order, one at a time. Must return soon: it is called on the sequencer's thread and, of
 * a line that changed, on one of the line's.
 */
@FunctionalInterface
public interface RunListener {
    void heard(RunEvent event);
}
