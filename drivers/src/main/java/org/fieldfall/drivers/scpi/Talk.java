package org.fieldfall.drivers.scpi;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.Printable;
import org.fieldfall.drivers.transport.Transport;
import org.fieldfall.drivers.transport.WireClock;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a line knows and does: pace, replies, and whether the line can be believed. Used by the line's own
 * thread only.
 *
 * <p>A line is suspect after a missing, garbled or doubled reply. It is believed again when two questions of different
 * kind have met answers of their kind, in order: a box answers in the order of asking, so nothing older is under way
 * then. The order of the two alternates, so that answers left over from a failed attempt do not fit the next one.
 */
final class Talk {

    private static final byte[] NOTHING = {};

    private final Dialect dialect;
    private final WireClock clock;
    private final Runnable resynchronising;
    private final ReplyBuffer buffer = new ReplyBuffer();
    private boolean suspect;
    private long generation;
    private boolean firstFirst = true;
    private long earliestWrite;

    /** @param resynchronising is told of each attempt to make the line believable again */
    Talk(Dialect dialect, WireClock clock, Runnable resynchronising) {
        this.dialect = dialect;
        this.clock = clock;
        this.resynchronising = resynchronising;
        this.earliestWrite = clock.nanos();
    }

    void tell(Transport transport, String command, Deadline deadline) throws InterruptedException {
        beBelievable(transport, deadline);
        write(transport, command, deadline);
    }

    <T> T ask(Transport transport, String query, Reply<T> reply, Duration silence, Deadline deadline)
            throws InterruptedException {
        beBelievable(transport, deadline);
        write(transport, query, deadline);
        suspect = true;
        T answer = read(transport, query, reply, silence, deadline);
        refuseSecondAnswer(transport, query, reply);
        suspect = false;
        return answer;
    }

    void rest(Duration time) {
        earliestWrite = Math.max(earliestWrite, clock.nanos() + time.toNanos());
    }

    /** Ends a half-sent line and drops what is under way, without asking anything. */
    void greet(Transport transport, Deadline deadline) throws InterruptedException {
        generation = transport.generation();
        suspect = true;
        write(transport, "", deadline);
        dropUntilQuiet(transport, deadline);
        suspect = false;
    }

    void resynchronise(Transport transport, Deadline deadline) throws InterruptedException {
        resynchronising.run();
        generation = transport.generation();
        suspect = true;
        write(transport, "", deadline);
        dropUntilQuiet(transport, deadline);
        boolean inOrder = firstFirst;
        firstFirst = !firstFirst;
        probe(transport, inOrder ? dialect.first() : dialect.second(), deadline);
        probe(transport, inOrder ? dialect.second() : dialect.first(), deadline);
        dropUntilQuiet(transport, deadline);
        suspect = false;
    }

    // Answers to older questions come first and are of another kind: they are dropped here.
    private void probe(Transport transport, Probe probe, Deadline deadline) throws InterruptedException {
        Reply<String> reply = probe.reply();
        write(transport, probe.query(), deadline);
        while (true) {
            try {
                var unused = read(transport, probe.query(), reply, dialect.silence(), deadline);
                return;
            } catch (GarbledReplyException older) {
                if (deadline.hasPassed()) {
                    throw older;
                }
            }
        }
    }

    // A late or second answer that is here already must not meet the next question; one may come in the gap.
    private void beBelievable(Transport transport, Deadline deadline) throws InterruptedException {
        noticeReopening(transport);
        awaitTurn(transport, deadline);
        takeWhatIsHere(transport);
        if (suspect || !buffer.isBlank()) {
            resynchronise(transport, deadline);
        }
        buffer.clear();
    }

    // Another opening may be another box, or the same one after a reset: nothing said before counts.
    private void noticeReopening(Transport transport) {
        if (transport.generation() != generation) {
            generation = transport.generation();
            buffer.clear();
            suspect = true;
        }
    }

    private <T> void refuseSecondAnswer(Transport transport, String query, Reply<T> reply) throws InterruptedException {
        takeWhatIsHere(transport);
        if (!buffer.isBlank()) {
            throw garbled(transport, query, reply, "an answer and " + buffer + " after it", null);
        }
    }

    private void takeWhatIsHere(Transport transport) throws InterruptedException {
        byte[] here = transport.read(Duration.ZERO);
        while (here.length > 0) {
            buffer.append(here);
            here = transport.read(Duration.ZERO);
        }
    }

    // Quiet means quiet for the whole time, so a deadline in the middle of it proves nothing.
    private void dropUntilQuiet(Transport transport, Deadline deadline) throws InterruptedException {
        boolean quiet = false;
        while (!quiet) {
            quiet = transport.read(shorter(dialect.quiet(), deadline)).length == 0;
            if (deadline.hasPassed()) {
                throw new NoReplyException(transport.who(), "waited for the line to fall silent, in vain");
            }
        }
        buffer.clear();
    }

    private void write(Transport transport, String command, Deadline deadline) throws InterruptedException {
        byte[] line = (command + dialect.commandEnd()).getBytes(StandardCharsets.US_ASCII);
        if (line.length == 0) {
            return;
        }
        awaitTurn(transport, deadline);
        if (deadline.hasPassed()) {
            throw new NoReplyException(
                    transport.who(), "not sent: \"" + command + "\", its time was over before its turn came");
        }
        transport.write(line, deadline.remaining());
        rest(transport.lineTime(line.length).plus(dialect.gap()));
    }

    private void awaitTurn(Transport transport, Deadline deadline) throws InterruptedException {
        Duration wait = Duration.ofNanos(Math.max(0, earliestWrite - clock.nanos()));
        if (wait.compareTo(deadline.remaining()) > 0) {
            throw new NoReplyException(
                    transport.who(),
                    "not asked: the line rests for " + wait.toMillis() + " ms more, beyond the deadline");
        }
        if (!wait.isZero()) {
            clock.pause(wait);
        }
    }

    private <T> T read(Transport transport, String query, Reply<T> reply, Duration silence, Deadline deadline)
            throws InterruptedException {
        byte[] whole = frame(transport, query, reply, silence.plus(lineTimeLeft()), deadline);
        try {
            return reply.read(whole);
        } catch (IllegalArgumentException e) {
            throw garbled(transport, query, reply, Printable.of(whole), e);
        }
    }

    // The question itself may still be on its way out.
    private Duration lineTimeLeft() {
        return Duration.ofNanos(Math.max(0, earliestWrite - clock.nanos()));
    }

    private <T> byte[] frame(Transport transport, String query, Reply<T> reply, Duration silence, Deadline deadline)
            throws InterruptedException {
        try {
            Optional<byte[]> whole = reply.frameIn(buffer);
            while (whole.isEmpty()) {
                buffer.append(more(transport, query, reply, silence, deadline));
                whole = reply.frameIn(buffer);
            }
            return whole.get();
        } catch (IllegalArgumentException e) {
            String came = buffer.toString();
            buffer.clear();
            throw garbled(transport, query, reply, came, e);
        }
    }

    private <T> byte[] more(Transport transport, String query, Reply<T> reply, Duration silence, Deadline deadline)
            throws InterruptedException {
        Duration patience = shorter(silence, deadline);
        byte[] bytes = transport.read(patience);
        if (Arrays.equals(bytes, NOTHING)) {
            throw new NoReplyException(
                    transport.who(),
                    "asked \"" + query + "\", got " + buffer + " and then nothing for " + patience.toMillis()
                            + " ms, expected " + reply.due());
        }
        return bytes;
    }

    private static Duration shorter(Duration time, Deadline deadline) {
        Duration left = deadline.remaining();
        return left.compareTo(time) < 0 ? left : time;
    }

    private static <T> GarbledReplyException garbled(
            Transport transport, String query, Reply<T> reply, String came, @Nullable Exception cause) {
        return new GarbledReplyException(
                transport.who(), "asked \"" + query + "\", got " + came + ", expected " + reply.due(), cause);
    }
}
