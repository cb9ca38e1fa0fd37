package org.fieldfall.protocols.sequence;

/**
 * One part of a run, with a test before it, an action, a test after it and a deadline. Each of the three throws {@link
 * PhaseFailedException} when its demand is not met.
 */
public interface Phase {

    String name();

    /** Longest rig time the action may take. */
    double deadlineSeconds();

    /** Entry test: what must hold before the action. */
    void enter(Conduct conduct) throws InterruptedException;

    /** The action. */
    void perform(Conduct conduct) throws InterruptedException;

    /** Exit test: what must hold after it, and the mark it earned. */
    Outcome leave(Conduct conduct) throws InterruptedException;
}
