package org.fieldfall.protocols.fieldquench;

import java.time.Duration;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.sequence.HandMovedRigClock;

/** The line of a stand-in: every exchange takes time, and it may be silent, lost, garbled or refused for a while. */
final class HandLine {

    private static final double ROUND_TRIP_SECONDS = 0.005;

    private final HandMovedRigClock clock;
    private final String who;
    private double silentUntil;
    private double lostUntil;
    private int garbled;
    private int refused;
    private int swallowed;

    HandLine(HandMovedRigClock clock, String who) {
        this.clock = clock;
        this.who = who;
    }

    void beSilentUntil(double seconds) {
        silentUntil = Math.max(silentUntil, seconds);
    }

    void beLostUntil(double seconds) {
        lostUntil = Math.max(lostUntil, seconds);
    }

    void garble(int replies) {
        garbled += replies;
    }

    void refuse(int commands) {
        refused += commands;
    }

    /** Blocks of readings are lost on the way, and their meter knows it. */
    void swallow(int blocks) {
        swallowed += blocks;
    }

    boolean isSwallowing() {
        boolean isDue = swallowed > 0;
        swallowed -= isDue ? 1 : 0;
        return isDue;
    }

    /** True if it has answered everything since a time. */
    boolean hasAnsweredSince(double seconds) {
        return silentUntil <= seconds && lostUntil <= seconds && garbled == 0 && refused == 0;
    }

    void ask(String what, Duration within) {
        pass(ROUND_TRIP_SECONDS);
        if (clock.seconds() < lostUntil) {
            throw new LineLostException(who, "not asked " + what + ": the line is out");
        }
        if (clock.seconds() < silentUntil) {
            pass(within.toMillis() / 1000.0);
            throw new NoReplyException(who, "asked " + what + ", got nothing");
        }
        if (garbled > 0) {
            garbled--;
            throw new GarbledReplyException(who, "asked " + what + ", got \"?#\"");
        }
        if (refused > 0) {
            refused--;
            throw new InstrumentFaultException(who, "asked " + what + ", it says -200");
        }
    }

    private void pass(double seconds) {
        double until = clock.seconds() + seconds;
        while (clock.seconds() < until - 1e-9) {
            clock.pass(Math.min(0.1, until - clock.seconds()));
        }
    }
}
