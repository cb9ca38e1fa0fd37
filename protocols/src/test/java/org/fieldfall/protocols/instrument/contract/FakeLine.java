package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.instrument.WrongInstrumentException;

/** The line of a fake, in a time that is moved by hand. It may be silent, lost, or have a flaw of its own. */
public final class FakeLine implements Bench {

    private static final Duration ROUND_TRIP = Duration.ofMillis(2);

    /** What a bad driver may make of a line. */
    public enum Flaw {
        FORGETS_ITS_NAME,
        ACCEPTS_ANY_MODEL,
        OVERRUNS_ITS_DEADLINE,
        ANSWERS_FROM_MEMORY,
        STAYS_SUSPECT_FOR_GOOD,
        MISSES_A_LOSS,
        STAYS_LOST_FOR_GOOD,
        ASKS_BEFORE_IT_REFUSES
    }

    private final Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    private final String who;
    private final Identity identity;
    private Identity atTheEnd;
    private long nanos;
    private double seconds;
    private int told;
    private int losses;
    private boolean isSilent;
    private boolean isOut;
    private boolean wasLost;
    private boolean wasSilent;

    public FakeLine(String role) {
        this.who = role + " (FAKE::" + role.length() + ")";
        this.identity = new Identity("FAKE", role, "SIM1", "1");
        this.atTheEnd = identity;
    }

    public void plant(Flaw flaw) {
        flaws.add(flaw);
    }

    /** Each call of a fake that goes to the wire passes here. */
    public void ask(String what, Duration within) {
        nanos += ROUND_TRIP.toNanos();
        if (isOut || (wasLost && flaws.contains(Flaw.STAYS_LOST_FOR_GOOD))) {
            wasLost = true;
            refuseLost(what, within);
        } else if (isSilent || (wasSilent && flaws.contains(Flaw.STAYS_SUSPECT_FOR_GOOD))) {
            wasSilent = true;
            waitInVain(what, within);
        }
    }

    private void refuseLost(String what, Duration within) {
        if (flaws.contains(Flaw.MISSES_A_LOSS)) {
            waitInVain(what, within);
        }
        throw new LineLostException(who, "not asked " + what + ": the line is out");
    }

    private void waitInVain(String what, Duration within) {
        if (flaws.contains(Flaw.ANSWERS_FROM_MEMORY)) {
            return;
        }
        boolean isLate = flaws.contains(Flaw.OVERRUNS_ITS_DEADLINE);
        nanos += within.toNanos() + (isLate ? Duration.ofSeconds(2).toNanos() : 0);
        throw new NoReplyException(who, "asked " + what + ", got nothing");
    }

    public Identity identify(Duration within) {
        ask("identity", within);
        if (!atTheEnd.equals(identity) && !flaws.contains(Flaw.ACCEPTS_ANY_MODEL)) {
            throw new WrongInstrumentException(who, "got " + atTheEnd + ", expected " + identity);
        }
        told++;
        return flaws.contains(Flaw.FORGETS_ITS_NAME) ? new Identity("", "fake", "", Integer.toString(told)) : atTheEnd;
    }

    /** Who answers when another instrument is on the line. */
    public Identity identifyAnother(Duration within) {
        atTheEnd = new Identity("ACME", "toaster", "1", "1");
        try {
            return identify(within);
        } finally {
            atTheEnd = identity;
        }
    }

    /** Refuses a value that is beyond a limit. */
    public void refuse(boolean isBeyond, String why, Duration within) {
        if (isBeyond) {
            if (flaws.contains(Flaw.ASKS_BEFORE_IT_REFUSES)) {
                ask("whether it may be", within);
            }
            throw new IllegalArgumentException(who + ": " + why + ", nothing sent");
        }
    }

    /** How often it was lost: what was set up before counts no more. */
    public int losses() {
        return losses;
    }

    public String who() {
        return who;
    }

    @Override
    public String resource() {
        return who.substring(who.indexOf('(') + 1, who.length() - 1);
    }

    @Override
    public void silence(boolean silent) {
        isSilent = silent;
    }

    @Override
    public void unplug() {
        isOut = true;
        losses++;
    }

    @Override
    public void plug() {
        isOut = false;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void rest() {
        nanos += Duration.ofMillis(20).toNanos();
    }

    @Override
    public double seconds() {
        return seconds;
    }

    @Override
    public void pass(double more) {
        seconds += more;
    }
}
