package org.fieldfall.drivers.scpi;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.drivers.transport.Urgency;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.InstrumentFaultException;

/**
 * Commands and questions to an instrument that speaks SCPI. Every call is one exchange on the line, and none of them
 * repeats a command. Safe to share between threads.
 */
public final class ScpiLine {

    private static final int MOST_ERRORS = 64;

    private final Line line;
    private final Dialect dialect;
    private final Talk talk;
    private final Urgency urgency;

    public ScpiLine(Line line, Dialect dialect) {
        this(line, dialect, new Talk(dialect, line.clock()), Urgency.ROUTINE);
    }

    private ScpiLine(Line line, Dialect dialect, Talk talk, Urgency urgency) {
        this.line = line;
        this.dialect = dialect;
        this.talk = talk;
        this.urgency = urgency;
    }

    /** The same line, whose exchanges go next after the one in flight. */
    public ScpiLine urgent() {
        return new ScpiLine(line, dialect, talk, Urgency.STOP);
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
        line.exchange(urgency, deadline, transport -> {
            talk.tell(transport, command, deadline);
            return true;
        });
    }

    /**
     * Asks a question that may be asked twice. A garbled answer is asked for once more, on a line made believable again;
     * silence is not, it has used the time up.
     */
    public <T> T ask(String query, Reply<T> reply, Deadline deadline) {
        try {
            return askOnce(query, reply, dialect.silence(), deadline);
        } catch (GarbledReplyException e) {
            if (deadline.hasPassed()) {
                throw e;
            }
            return askOnce(query, reply, dialect.silence(), deadline);
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
        return line.exchange(urgency, deadline, transport -> talk.ask(transport, query, reply, silence, deadline));
    }

    /** Takes all entries off the error queue. */
    public List<ScpiError> drainErrors(Deadline deadline) {
        List<ScpiError> errors = new ArrayList<>();
        for (int i = 0; i < MOST_ERRORS; i++) {
            ScpiError error = askOnce("SYST:ERR?", Reply.ERROR, dialect.silence(), deadline);
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

    /** Drains the error queue and fails if there was anything in it. */
    public void failOnErrors(String asked, Deadline deadline) {
        List<ScpiError> errors = drainErrors(deadline);
        if (!errors.isEmpty()) {
            throw new InstrumentFaultException(who(), "asked to " + asked + ", it reports " + errors);
        }
    }

    /** Keeps the line silent for a while before the next command. */
    public void rest(Duration time, Deadline deadline) {
        line.exchange(urgency, deadline, transport -> {
            talk.rest(time);
            return true;
        });
    }

    /** First contact: ends a half-sent line of whoever was here before and drops what that brings. */
    public void greet(Deadline deadline) {
        line.exchange(urgency, deadline, transport -> {
            talk.greet(transport, deadline);
            return true;
        });
    }

    /** Makes a line believable again after a missing or garbled reply; happens by itself before the next exchange. */
    public void resynchronise(Deadline deadline) {
        line.exchange(urgency, deadline, transport -> {
            talk.resynchronise(transport, deadline);
            return true;
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
