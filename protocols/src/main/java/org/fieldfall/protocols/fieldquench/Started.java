package org.fieldfall.protocols.fieldquench;

import java.time.Duration;
import org.fieldfall.protocols.instrument.BufferedMeter;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.Sampling;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.sequence.Conduct;

/**
 * When an acquisition began, as the host knows it: between two rig times.
 *
 * @param beforeSeconds before the start was sent
 * @param afterSeconds after it was confirmed
 */
record Started(double beforeSeconds, double afterSeconds) {

    /** A moment less well known than this would spoil the time axis; a confirmation that was lost takes longer. */
    private static final double MOST_SECONDS = 1;

    private static final int TRIES = 3;

    /**
     * Sets a meter up and starts it; anew where the moment is not known well enough, which costs nothing as long as no reading
     * of it has been used.
     *
     * @param who the meter in a word
     */
    static Started of(BufferedMeter meter, String who, Sampling sampling, Duration within, Conduct conduct) {
        Started started = once(meter, sampling, within, conduct);
        for (int i = 1; i < TRIES && !started.isKnown(); i++) {
            conduct.tell(new Remark(conduct.seconds(), started.words(who) + "; it is started anew"));
            started = once(meter, sampling, within, conduct);
        }
        if (!started.isKnown()) {
            conduct.mark(started.words(who));
        }
        return started;
    }

    private static Started once(BufferedMeter meter, Sampling sampling, Duration within, Conduct conduct) {
        meter.configure(sampling, within);
        double before = conduct.seconds();
        meter.start(within);
        return new Started(before, conduct.seconds());
    }

    private boolean isKnown() {
        return afterSeconds - beforeSeconds <= MOST_SECONDS;
    }

    private String words(String who) {
        return Figure.text(
                "the %s confirmed its start only after %.1f s, so its time axis would be no better known",
                who, afterSeconds - beforeSeconds);
    }

    double middleSeconds() {
        return (beforeSeconds + afterSeconds) / 2;
    }
}
