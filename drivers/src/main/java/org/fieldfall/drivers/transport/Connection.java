package org.fieldfall.drivers.transport;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.LineState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the transport of a line: knows whether it can be used, and opens another after a loss. Safe to share.
 *
 * <p>A thread of its own, the keeper, waits, opens and tells; what is opened again is tried out by the owner of the line
 * before all else, and used only if the trial ends well. Until then every exchange is refused.
 */
final class Connection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final String who;
    private final Optional<Opener> opener;
    private final Backoff backoff;
    private final WireClock clock;
    private final Tally tally;
    private final Owner owner;
    private final Consumer<MeteredTransport> trial;
    private final List<LineListener> listeners = new CopyOnWriteArrayList<>();
    private final ThreadPoolExecutor keeper;
    private MeteredTransport current;
    private @Nullable MeteredTransport onTrial;
    private @Nullable String lost;
    private boolean isClosed;
    private final AtomicBoolean silent = new AtomicBoolean();
    // The owner's own.
    private String refused = "";

    Connection(
            Transport first,
            Optional<Opener> opener,
            Backoff backoff,
            WireClock clock,
            Tally tally,
            Owner owner,
            Consumer<MeteredTransport> trial) {
        this.who = first.who();
        this.opener = opener;
        this.backoff = backoff;
        this.clock = clock;
        this.tally = tally;
        this.owner = owner;
        this.trial = trial;
        this.keeper = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                this::thread,
                new ThreadPoolExecutor.DiscardPolicy());
        keeper.allowCoreThreadTimeOut(true);
        this.current = new MeteredTransport(first, 0, clock, tally);
        current.onLost(why -> lost(0, why));
    }

    private Thread thread(Runnable work) {
        var thread = new Thread(work, "keeper of " + who);
        thread.setDaemon(true);
        return thread;
    }

    void listen(LineListener listener) {
        listeners.add(listener);
    }

    /** @throws LineLostException if the line cannot be used now */
    synchronized MeteredTransport usable() {
        if (isClosed) {
            throw new LineLostException(who, "the line is closed");
        }
        if (lost != null) {
            throw new LineLostException(
                    who, "not asked: the line is lost" + (opener.isPresent() ? " and being reopened: " : ": ") + lost);
        }
        return current;
    }

    /** Refuses what was meant for an earlier opening: the box may be another now. */
    void refuseUnless(MeteredTransport meant) {
        if (usable() != meant) {
            throw new LineLostException(who, "not asked: the line was lost and opened again while this waited");
        }
    }

    private void lost(long generation, String why) {
        MeteredTransport gone;
        synchronized (this) {
            if (isClosed || lost != null || current.generation() != generation) {
                return;
            }
            lost = why;
            gone = current;
        }
        gone.close();
        LOG.warn("{}: the line is lost: {}", who, why);
        tell(LineState.LOST, why);
        keepTrying(generation + 1, 0);
    }

    private void tell(LineState state, String why) {
        keeper.execute(() -> listeners.forEach(listener -> tell(listener, state, why)));
    }

    private void tell(LineListener listener, LineState state, String why) {
        try {
            listener.changed(who, state, why);
        } catch (RuntimeException e) {
            LOG.error("{}: a listener failed", who, e);
        }
    }

    /** A reply was due and did not come. Told once until there is another. */
    void isSilent(String why) {
        if (silent.compareAndSet(false, true)) {
            LOG.debug("{}: {}", who, why);
            tell(LineState.SILENT, why);
        }
    }

    void answers() {
        if (silent.compareAndSet(true, false)) {
            LOG.debug("{}: it answers again", who);
            tell(LineState.ANSWERING, "");
        }
    }

    private void keepTrying(long generation, int attempt) {
        opener.ifPresent(again -> keeper.execute(() -> reopen(again, generation, attempt)));
    }

    private void reopen(Opener again, long generation, int attempt) {
        try {
            clock.pause(backoff.before(attempt));
            var fresh = new MeteredTransport(again.open(), generation, clock, tally);
            offer(fresh);
            owner.performFirst(() -> tryOut(fresh, attempt));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("{}: attempt {} to reopen the line failed", who, attempt + 1, e);
            keepTrying(generation, attempt + 1);
        }
    }

    private synchronized void offer(MeteredTransport fresh) {
        onTrial = fresh;
        if (isClosed) {
            fresh.close();
        }
    }

    private void tryOut(MeteredTransport fresh, int attempt) {
        try {
            trial.accept(fresh);
            use(fresh);
        } catch (RuntimeException | Error e) {
            refuse(e);
            fresh.close();
            keepTrying(fresh.generation() + 1, attempt + 1);
        }
    }

    // A line lost once more is no news; the same refusal at each attempt is news once.
    private void refuse(Throwable fault) {
        String why = fault instanceof InstrumentException report ? report.report() : String.valueOf(fault.getMessage());
        if (!(fault instanceof LineLostException) && !why.equals(refused)) {
            refused = why;
            LOG.warn("{}: opened again, but not to be used: {}", who, why);
            tell(LineState.REFUSED, why);
        }
    }

    private void use(MeteredTransport fresh) {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            current = fresh;
            onTrial = null;
            lost = null;
        }
        refused = "";
        silent.set(false);
        tally.reconnected();
        LOG.info("{}: the line is back", who);
        tell(LineState.BACK, "");
        fresh.onLost(why -> lost(fresh.generation(), why));
    }

    @Override
    public void close() {
        Optional<MeteredTransport> other;
        synchronized (this) {
            isClosed = true;
            other = Optional.ofNullable(onTrial);
        }
        keeper.shutdownNow();
        current().close();
        other.ifPresent(MeteredTransport::close);
    }

    private synchronized MeteredTransport current() {
        return current;
    }

    long generation() {
        return current().generation();
    }
}
