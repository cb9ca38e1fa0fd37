package org.fieldfall.drivers.scpi;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.Exchange;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.drivers.transport.Urgency;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.NoReplyException;

/**
 * Commands and questions to an instrument that speaks SCPI. Every call is one exchange on the line, and none of them
 * repeats a command. Safe to share between threads.
 */
public final class ScpiLine {

    private static final int MOST_ERRORS = 64;
    // Standard event register: command, execution and device-specific error (IEEE 488.2, 11.5.1).
    private static final int ERROR_EVENTS = 1 << 5 | 1 << 4 | 1 << 3;

    private final Line line;
    private final Dialect dialect;
    private final Talk talk;
    private final Urgency urgency;
    private final OptionalLong only;

    public ScpiLine(Line line, Dialect dialect) {
        this(
                line,
                dialect,
                new Talk(dialect, line.clock(), line::noteResynchronisation),
                Urgency.ROUTINE,
                OptionalLong.empty());
    }

    private ScpiLine(Line line, Dialect dialect, Talk talk, Urgency urgency, OptionalLong only) {
        this.line = line;
        this.dialect = dialect;
        this.talk = talk;
        this.urgency = urgency;
        this.only = only;
    }

    /** The same line, whose exchanges go next after the one in flight. */
    public ScpiLine urgent() {
        return new ScpiLine(line, dialect, talk, Urgency.STOP, only);
    }

    /** The same line for commands that make sense only while a belief holds: nothing is sent when it does not. */
    public ScpiLine relyingOn(Belief belief) {
        return during(belief.since());
    }

    /** The same line in one opening of it: nothing is sent in any other. */
    public ScpiLine during(long generation) {
        return new ScpiLine(line, dialect, talk, urgency, OptionalLong.of(generation));
    }

    /** Number of the opening of the line that is, or was last, in use. */
    public long generation() {
        return line.generation();
    }

    public String who() {
        return line.who();
    }

    public Deadline deadline(Duration within) {
        return line.deadline(within);
    }

    /** Sends a command that has no answer. */
    public void tell(String command, Deadline deadline) {
        refuseUnsendable(command);
        exchange(deadline, transport -> {
            talk.tell(transport, command, deadline);
            return true;
        });
    }

    /**
     * Asks a question that may be asked twice. An answer that is garbled or missing is asked for once more if time is left,
     * on a line made believable again, so that a late answer to the first does not pass for one to the second.
     */
    public <T> T ask(String query, Reply<T> reply, Deadline deadline) {
        return ask(query, reply, dialect.silence(), deadline);
    }

    /**
     * As {@link #ask(String, Reply, Deadline)}, of a box that takes its time.
     *
     * @param silence longest time without a byte while the answer is due
     */
    public <T> T ask(String query, Reply<T> reply, Duration silence, Deadline deadline) {
        try {
            return askOnce(query, reply, silence, deadline);
        } catch (GarbledReplyException e) {
            failIfPassed(deadline, e);
            return askOnce(query, reply, silence, deadline);
        } catch (NoReplyException e) {
            failIfPassed(deadline, e);
            return askAgain(query, reply, silence, deadline, e);
        }
    }

    private static void failIfPassed(Deadline deadline, InstrumentException fault) {
        if (deadline.hasPassed()) {
            throw fault;
        }
    }

    // Silent again: what the caller asked says more than the probe that came of it.
    private <T> T askAgain(String query, Reply<T> reply, Duration silence, Deadline deadline, NoReplyException first) {
        try {
            return askOnce(query, reply, silence, deadline);
        } catch (NoReplyException second) {
            first.addSuppressed(second);
            throw first;
        }
    }

    /** Asks a question that changes something by being asked, within the usual time. */
    public <T> T askOnce(String query, Reply<T> reply, Deadline deadline) {
        return askOnce(query, reply, dialect.silence(), deadline);
    }

    /**
     * Asks a question that changes something by being asked: it empties a memory, or starts a measurement.
     *
     * @param silence longest time without a byte while the answer is due
     */
    public <T> T askOnce(String query, Reply<T> reply, Duration silence, Deadline deadline) {
        refuseUnsendable(query);
        return exchange(deadline, transport -> talk.ask(transport, query, reply, silence, deadline));
    }

    /**
     * Takes all entries off the error queue. An answer that is lost may have held one; where the box says that it has had no
     * error at all, nothing is missing and the question is asked on.
     */
    public List<ScpiError> drainErrors(Deadline deadline) {
        List<ScpiError> errors = new ArrayList<>();
        for (int i = 0; i < MOST_ERRORS; i++) {
            ScpiError error = nextError(deadline);
            if (error.isNone()) {
                return errors;
            }
            errors.add(error);
        }
        throw new InstrumentFaultException(
                who(),
                "its error queue is not empty after " + MOST_ERRORS + " entries, the last was "
                        + errors.get(MOST_ERRORS - 1));
    }

    private ScpiError nextError(Deadline deadline) {
        try {
            return askOnce("SYST:ERR?", Reply.ERROR, deadline);
        } catch (NoReplyException | GarbledReplyException lost) {
            failIfPassed(deadline, lost);
            failOnEvents(deadline, lost);
            return askOnce("SYST:ERR?", Reply.ERROR, deadline);
        }
    }

    /**
     * What happened by the standard event register since it was last asked, which is cleared by it: for a question whose answer
     * was lost. If this one is lost too the first one's loss is thrown.
     */
    public int eventsAfter(InstrumentException lost, Duration silence, Deadline deadline) {
        try {
            return askOnce("*ESR?", Reply.INTEGER, silence, deadline);
        } catch (NoReplyException | GarbledReplyException again) {
            lost.addSuppressed(again);
            throw lost;
        }
    }

    private void failOnEvents(Deadline deadline, InstrumentException lost) {
        int events = eventsAfter(lost, dialect.silence(), deadline);
        if ((events & ERROR_EVENTS) != 0) {
            throw new InstrumentFaultException(
                    who(),
                    "asked \"*ESR?\" after the answer to \"SYST:ERR?\" was lost, got " + events
                            + ": it reports an error and nobody knows which");
        }
    }

    /** Drains the error queue and fails if there was anything in it. */
    public void failOnErrors(String asked, Deadline deadline) {
        List<ScpiError> errors = drainErrors(deadline);
        if (!errors.isEmpty()) {
            throw new InstrumentFaultException(who(), "asked to " + asked + ", it reports " + errors);
        }
    }

    /** Keeps the line silent for a while before the next command. */
    public void rest(Duration time, Deadline deadline) {
        exchange(deadline, transport -> {
            talk.rest(time);
            return true;
        });
    }

    /** First contact: ends a half-sent line of whoever was here before and drops what that brings. */
    public void greet(Deadline deadline) {
        exchange(deadline, transport -> {
            talk.greet(transport, deadline);
            return true;
        });
    }

    /** Makes a line believable again after a missing or garbled reply; happens by itself before the next exchange. */
    public void resynchronise(Deadline deadline) {
        exchange(deadline, transport -> {
            talk.resynchronise(transport, deadline);
            return true;
        });
    }

    private <T> T exchange(Deadline deadline, Exchange<T> exchange) {
        return line.exchange(urgency, deadline, transport -> {
            if (only.isPresent() && only.getAsLong() != transport.generation()) {
                throw new LineLostException(
                        who(), "not asked: the line was lost and opened again since the box was set up for this");
            }
            return exchange.perform(transport);
        });
    }

    private void refuseUnsendable(String command) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(command) || command.indexOf('\n') >= 0) {
            throw new IllegalArgumentException(who() + ": a command is one line of ASCII, not \"" + command + "\"");
        }
        int length = command.length() + dialect.commandEnd().length();
        if (length > dialect.longestLine()) {
            throw new IllegalArgumentException(who() + ": a command line has at most " + dialect.longestLine()
                    + " characters with its end, this one " + length + ": \"" + command.substring(0, 40) + "…\"");
        }
    }
}
