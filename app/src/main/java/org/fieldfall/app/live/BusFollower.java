package org.fieldfall.app.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.ZMQException;

/**
 * Follows a run on its bus from the first event on, whenever it joins: history first, then what is published; what the tail
 * lacks is asked for. It tells the events on a thread of its own, each channel's in their order and the channels beside each
 * other by rig time. A listener that is slow falls behind and catches up, it slows nobody. Safe to share.
 */
public final class BusFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BusFollower.class);
    private static final int BEAT_MILLIS = 50;
    private static final long QUIET_NANOS = 1_000_000_000L;
    private static final long SILENT_NANOS = 10_000_000_000L;
    private static final long AFTER_END_NANOS = 2_000_000_000L;
    private static final long MEND_MILLIS = 200;
    private static final int MOST_AT_ONCE = 256;
    private static final long REFUSED_NANOS = 30_000_000_000L;
    private static final long TO_END_MILLIS = 5000;

    private final RunListener ear;
    private final ClientWire wire;
    private final Backlog backlog = new Backlog();
    private final Thread thread;
    private volatile Standing standing = Standing.CONNECTING;
    private volatile boolean isClosing;
    private volatile boolean isEndHeard;
    private final AtomicLong heard = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();
    private long lastNews = System.nanoTime();
    private long lastAnswer = System.nanoTime();
    private boolean isJoined;
    private long refusedSince;

    /** How it stands with the run. */
    public enum Standing {
        CONNECTING,
        CATCHING_UP,
        FOLLOWING,
        /** Nothing is published and nobody answers; it is tried further. */
        SILENT,
        /** The run's last event was told. */
        ENDED
    }

    private BusFollower(String publisher, String router, RunListener ear) {
        this.ear = ear;
        this.wire = new ClientWire(publisher, router);
        this.thread = new Thread(this::follow, "live bus follower");
        this.thread.setDaemon(true);
    }

    /**
     * Begins to follow; returns at once.
     *
     * @param publisher address as the run prints it
     * @param router likewise
     */
    public static BusFollower follow(String publisher, String router, RunListener ear) {
        BusFollower follower = new BusFollower(publisher, router, ear);
        follower.thread.start();
        return follower;
    }

    public Standing standing() {
        return standing;
    }

    /** Events told so far. */
    public long heard() {
        return heard.get();
    }

    /** Messages that were published and could not be had, neither from memory nor from the log. */
    public long missed() {
        return missed.get();
    }

    private void follow() {
        try (wire) {
            while (!isClosing && standing != Standing.ENDED) {
                turn();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws InterruptedException {
        try {
            if (wire.isBroken()) {
                wire.mend();
            }
            listen(BEAT_MILLIS);
            boolean isQuiet = System.nanoTime() - lastNews > QUIET_NANOS;
            // Once something is published to us nothing after it is lost: what came before is asked for then, not
            // sooner.
            if (isQuiet || isEndHeard || (standing == Standing.CONNECTING && isJoined)) {
                look();
            }
            if (backlog.isBehind()) {
                standing = Standing.CATCHING_UP;
                catchUp();
            }
            settle();
        } catch (ZMQException failed) {
            LOG.warn("live bus follower: {}", failed.toString());
            wire.broken();
            Thread.sleep(MEND_MILLIS);
        } catch (RuntimeException unforeseen) {
            LOG.error("live bus follower", unforeseen);
            Thread.sleep(MEND_MILLIS);
        }
    }

    private void settle() {
        long since = System.nanoTime() - Math.max(lastNews, lastAnswer);
        if (isEndHeard && (!backlog.isBehind() || since > AFTER_END_NANOS)) {
            missed.addAndGet(backlog.left());
            standing = Standing.ENDED;
        } else if (since > SILENT_NANOS) {
            standing = Standing.SILENT;
        } else if (!backlog.isBehind() && standing != Standing.CONNECTING) {
            standing = Standing.FOLLOWING;
        }
    }

    /** Takes what is published by now. */
    private void listen(int waitMillis) {
        Optional<List<byte[]>> message = wire.published(waitMillis);
        for (int i = 0; message.isPresent(); i++) {
            lastNews = System.nanoTime();
            published(message.get());
            message = i < MOST_AT_ONCE ? wire.published(0) : Optional.empty();
        }
    }

    private void published(List<byte[]> parts) {
        if (parts.size() != 3) {
            return;
        }
        try {
            Header header = Unframed.header(parts.get(1));
            isJoined = true;
            if (standing != Standing.CONNECTING && backlog.isNext(header)) {
                tell(header, parts.get(2));
            } else {
                backlog.known(header.channel(), header.seq() + 1);
            }
        } catch (IllegalArgumentException strange) {
            LOG.debug("live bus follower: {}", strange.getMessage());
        }
    }

    private void tell(Header header, byte[] payload) {
        backlog.told(header);
        RunEvent event;
        try {
            event = Unframed.of(header, payload).event();
        } catch (IllegalArgumentException unreadable) {
            LOG.warn("live bus follower: {}", unreadable.getMessage());
            missed.incrementAndGet();
            return;
        }
        heard.incrementAndGet();
        isEndHeard |= event instanceof RunEnded;
        try {
            ear.heard(event);
        } catch (RuntimeException ofTheEar) {
            LOG.error("live bus follower: its listener", ofTheEar);
        }
    }

    /** Asks how far each channel has come. */
    private void look() {
        Optional<ClientWire.Answer> answer = wire.ask(BusRequests.channels());
        answer.flatMap(found -> found.head().channels()).ifPresent(all -> {
            lastAnswer = System.nanoTime();
            lastNews = lastAnswer;
            all.forEach(backlog::known);
            if (standing == Standing.CONNECTING || standing == Standing.SILENT) {
                standing = Standing.FOLLOWING;
            }
        });
    }

    /** Fills what lacks, the earliest of all channels first, until nothing does or nobody answers. */
    private void catchUp() {
        while (!isClosing && backlog.isBehind()) {
            Optional<String> empty = backlog.emptyChannel();
            if (empty.isPresent()) {
                if (!fetch(empty.get())) {
                    return;
                }
            } else {
                backlog.earliest().ifPresent(message -> tell(message.header(), message.payload()));
            }
            if (heard.get() % MOST_AT_ONCE == 0) {
                listen(0);
            }
        }
    }

    /** Gets the next page of a channel; false if that must wait. */
    private boolean fetch(String channel) {
        Backlog.Gap gap = backlog.gap(channel);
        Optional<ClientWire.Answer> answer = wire.ask(BusRequests.history(channel, gap.from(), gap.to()));
        if (answer.isEmpty()) {
            return false;
        }
        lastAnswer = System.nanoTime();
        if (answer.get().messages().isEmpty()) {
            return refused(channel, gap, answer.get().head().words());
        }
        refusedSince = 0;
        backlog.page(channel, answer.get().messages());
        return true;
    }

    /** What neither memory nor log holds is passed over, half of it at a time; what is only late is waited for. */
    private boolean refused(String channel, Backlog.Gap gap, String why) {
        long now = System.nanoTime();
        refusedSince = refusedSince == 0 ? now : refusedSince;
        if (!why.equals(History.GONE) && now - refusedSince < REFUSED_NANOS) {
            return false;
        }
        backlog.pass(channel, gap).ifPresent(missed::addAndGet);
        return true;
    }

    /** Ends within 5 s. */
    @Override
    public void close() {
        isClosing = true;
        try {
            thread.join(TO_END_MILLIS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
