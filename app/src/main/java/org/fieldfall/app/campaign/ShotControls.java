package org.fieldfall.app.campaign;

import org.fieldfall.protocols.sequence.RunControl;

/**
 * The controls of a campaign's runs, one after the other: what is asked reaches the run in progress, and a stop ends the
 * campaign too, whenever it comes. Safe to share between threads.
 */
public final class ShotControls {

    private RunControl current = new RunControl();
    private boolean isStopped;

    public synchronized RunControl.Answer stop(String who) {
        isStopped = true;
        RunControl.Answer answer = current.stop(who);
        return answer.isTaken() ? answer : new RunControl.Answer(true, "STOP: no further shot is begun");
    }

    public synchronized RunControl.Answer emergency(String who) {
        isStopped = true;
        return current.emergency(who);
    }

    /** A control for the next run; pressed already if the campaign was stopped meanwhile. */
    synchronized RunControl next() {
        boolean wasStopped = isStopped();
        current = new RunControl();
        if (wasStopped) {
            current.stop("the campaign, which was stopped");
        }
        return current;
    }

    /** True if somebody stopped the campaign, or the run in progress by any other way. */
    public synchronized boolean isStopped() {
        return isStopped || current.pressed().isPresent();
    }
}
