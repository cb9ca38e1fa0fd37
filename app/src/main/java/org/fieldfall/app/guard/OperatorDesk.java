package org.fieldfall.app.guard;

/**
 * What people may ask of a run in progress. Safe to share between threads; every method answers at once and never waits for
 * the run.
 */
public interface OperatorDesk {

    /** Whether it was accepted, in words. */
    record Reply(boolean isTaken, String words) {}

    Reply hold(String who);

    Reply resume(String who);

    Reply stop(String who);

    Reply emergency(String who);

    /** @param guard one of those that are latched; empty for all of them */
    Reply acknowledge(String guard, String who, String text);

    Reply note(String who, String text);

    Standing standing();
}
