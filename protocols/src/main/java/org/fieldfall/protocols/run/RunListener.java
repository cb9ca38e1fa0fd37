package org.fieldfall.protocols.run;

/**
 * Hears the events of a run in their order, one at a time. Must return soon: it is called on the sequencer's thread and, of
 * lines, on others.
 */
@FunctionalInterface
public interface RunListener {
    void heard(RunEvent event);
}
