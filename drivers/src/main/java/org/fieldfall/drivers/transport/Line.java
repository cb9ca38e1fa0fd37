package org.fieldfall.drivers.transport;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.jspecify.annotations.Nullable;

/**
 * The one way to an instrument: a thread that owns the transport performs exchanges one after the other, the urgent ones
 * first.
 *
 * <p>Safe to share between threads. An interrupt does not cut an exchange, which its deadline bounds anyway: a half-sent
 * command is worse than a short wait. The interrupt flag is set again when the exchange is over.
 *
 * <p>A lost line tells its listeners at once, refuses every exchange, and opens itself again in the background where it
 * knows how. Nothing is ever sent a second time: what was in flight or waiting at the loss has failed. The line is usable
 * again after the checks of {@link #onReopened} have passed, and the {@linkplain Transport#generation() generation} tells
 * those who keep an idea of the other end that it is out of date.
 */
public final class Line implements AutoCloseable {

    private final String who;
    private final WireClock clock;
    private final Tally tally = new Tally();
    private final List<Runnable> checks = new CopyOnWriteArrayList<>();
    private final Owner owner;
    private final Connection connection;
    // The owner's own: what it holds while it tries a reopened line out or performs an exchange.
    private @Nullable MeteredTransport inHand;

    /** A line that stays lost once it is. */
    public Line(Transport transport, WireClock clock) {
        this(transport, Optional.empty(), Backoff.STANDARD, clock);
    }

    private Line(Transport first, Optional<Opener> opener, Backoff backoff, WireClock clock) {
        this.who = first.who();
        this.clock = clock;
        this.owner = new Owner(who);
        this.connection = new Connection(first, opener, backoff, clock, tally, owner, this::tryOut);
    }

    /**
     * A line that is opened now, and again after each loss: 0.2 s after it, then at intervals that double up to 5 s.
     *
     * @throws LineLostException if it cannot be opened now
     */
    public static Line open(Opener opener, WireClock clock) {
        return open(opener, Backoff.STANDARD, clock);
    }

    static Line open(Opener opener, Backoff backoff, WireClock clock) {
        return new Line(opener.open(), Optional.of(opener), backoff, clock);
    }

    public String who() {
        return who;
    }

    public WireClock clock() {
        return clock;
    }

    public Deadline deadline(Duration within) {
        return Deadline.in(within, clock);
    }

    public LineStatistics statistics() {
        return tally.statistics();
    }

    /** Tells the latency of each exchange with an answer, in nanoseconds, on the line's own thread; return soon. */
    public void onAnswer(LongConsumer heard) {
        tally.listen(heard);
    }

    /** Number of the opening that is, or was last, in use, as {@link Transport#generation()}. */
    public long generation() {
        return connection.generation();
    }

    /** Counts an attempt to make the line believable again; whoever makes it knows. */
    public void noteResynchronisation() {
        tally.resynchronised();
    }

    public void listen(LineListener listener) {
        connection.listen(listener);
    }

    /**
     * What must be asked after the line was lost and opened again, before anybody else is heard: is it still the same box,
     * was it reset? Runs on the owner's thread and may use {@link #exchange} of this line; by throwing it refuses the
     * line, which is then closed and opened again later.
     */
    public void onReopened(Runnable check) {
        checks.add(check);
    }

    /**
     * Performs an exchange on the owner's thread and waits for it.
     *
     * @throws NoReplyException if its turn did not come before the deadline, or too many wait already; nothing was sent
     * @throws LineLostException if the line is gone or closed
     */
    public <T> T exchange(Urgency urgency, Deadline deadline, Exchange<T> exchange) {
        MeteredTransport held = owner.isCurrentThread() ? inHand : null;
        if (held != null) {
            failIfPassed(deadline);
            return perform(held, exchange);
        }
        MeteredTransport meant = connection.usable();
        return owner.perform(
                urgency,
                deadline,
                () -> holding(meant, () -> {
                    connection.refuseUnless(meant);
                    return watched(meant, deadline, exchange);
                }));
    }

    private <T> T watched(MeteredTransport transport, Deadline deadline, Exchange<T> exchange) {
        failIfPassed(deadline);
        try {
            T result = perform(transport, exchange);
            if (transport.hasAnswer()) {
                connection.answers();
            }
            return result;
        } catch (NoReplyException e) {
            if (transport.hasAsked()) {
                connection.isSilent(e.report());
            }
            throw e;
        }
    }

    private interface Work<T> {
        T perform();
    }

    private <T> T holding(MeteredTransport transport, Work<T> work) {
        inHand = transport;
        try {
            return work.perform();
        } finally {
            inHand = null;
        }
    }

    private void tryOut(MeteredTransport reopened) {
        var unused = holding(reopened, () -> {
            checks.forEach(Runnable::run);
            return true;
        });
    }

    private void failIfPassed(Deadline deadline) {
        if (deadline.hasPassed()) {
            throw new NoReplyException(who, "not asked: the line was busy until the deadline");
        }
    }

    private <T> T perform(MeteredTransport transport, Exchange<T> exchange) {
        try {
            return transport.perform(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LineLostException(who, "the line was closed in the middle of an exchange", e);
        }
    }

    /** Closes the transport for good. Exchanges in flight and those waiting end with {@link LineLostException}. */
    @Override
    public void close() {
        owner.close();
        connection.close();
    }
}
