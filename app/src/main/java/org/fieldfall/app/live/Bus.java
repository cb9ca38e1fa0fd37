package org.fieldfall.app.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.guard.OperatorDesk;
import org.fieldfall.app.run.RunObserver;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.run.RecordTroubled;
import org.fieldfall.protocols.run.RunEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.ZMQException;

/**
 * Publishes a run while it happens and answers those who ask for what went out before, or for an act.
 *
 * <p>The run's thread only puts events into a queue that drops its oldest; a thread of the bus's own encodes, sends and
 * answers, another reads the log where memory does not go back far enough. Whatever becomes of either, the run goes on.
 */
public final class Bus implements RunObserver, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bus.class);
    private static final int MOST_WAITING = 8192;
    private static final long RING_BYTES = 32L << 20;
    private static final int MOST_AT_ONCE = 64;
    private static final int MOST_LOG_QUESTIONS = 8;
    private static final long BEAT_MILLIS = 5;
    private static final long MEND_MILLIS = 100;
    private static final long LAST_WORDS_MILLIS = 500;
    private static final long TO_END_MILLIS = 3000;

    private final UUID run;
    private final BusDesk desk;
    private final String token;
    private final Wire wire;
    private final Thread thread;
    private final String publisherAddress;
    private final String routerAddress;
    private final DropOldest<Told> waiting;
    private final Numbering numbers = new Numbering();
    private final Map<String, Long> next = new TreeMap<>();
    private final Ring ring;
    private final ConcurrentLinkedQueue<List<byte[]>> late = new ConcurrentLinkedQueue<>();
    private final ThreadPoolExecutor reader =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_LOG_QUESTIONS), work -> {
                Thread made = new Thread(work, "live bus history");
                made.setDaemon(true);
                return made;
            });
    private volatile Optional<Path> log = Optional.empty();
    private volatile Optional<Path> toldIn = Optional.empty();
    private volatile Frames frames;
    private volatile boolean isLogBroken;
    private volatile boolean isClosing;
    private volatile boolean isThrough;
    private volatile int mended;

    private Bus(UUID run, OperatorDesk desk, int port, int mostWaiting, long ringBytes) {
        this.run = run;
        this.token = Token.random();
        this.desk = new BusDesk(desk, new TokenGate(new Token(token), System::nanoTime));
        this.wire = new Wire(port);
        this.publisherAddress = wire.publisherAddress();
        this.routerAddress = wire.routerAddress();
        this.waiting = new DropOldest<>(mostWaiting);
        this.ring = new Ring(ringBytes);
        this.frames = new Frames(run.toString(), "");
        this.thread = new Thread(this::serve, "live bus");
        this.thread.setDaemon(true);
    }

    /**
     * Opens a bus of one run.
     *
     * @param desk takes the acts of operators
     * @param port of the publisher, the router takes the next one; 0 for any
     * @throws IllegalArgumentException if a port is taken
     */
    public static Bus open(UUID run, OperatorDesk desk, int port) {
        return open(run, desk, port, MOST_WAITING, RING_BYTES);
    }

    static Bus open(UUID run, OperatorDesk desk, int port, int mostWaiting, long ringBytes) {
        try {
            Bus bus = new Bus(run, desk, port, mostWaiting, ringBytes);
            bus.thread.start();
            return bus;
        } catch (ZMQException taken) {
            throw new IllegalArgumentException(
                    "live bus: ports " + port + " and " + (port + 1) + " of 127.0.0.1 cannot be had: "
                            + taken.getMessage(),
                    taken);
        }
    }

    /** Where messages are published. */
    public String publisher() {
        return publisherAddress;
    }

    /** Where questions and acts are taken. */
    public String router() {
        return routerAddress;
    }

    /** What an operator has to show for an act. */
    public String token() {
        return token;
    }

    /** Events that never went out because too many waited. */
    public long dropped() {
        return waiting.dropped();
    }

    /** Events that wait to go out. */
    public int depth() {
        return waiting.depth();
    }

    /** How often a peer's bytes broke the sockets and they were made anew. */
    public int mended() {
        return mended;
    }

    @Override
    public void began(List<FieldQuenchShot> shots, RigConfig.Source source, Path folder) {
        began(source.name().toLowerCase(Locale.ROOT), folder.resolve("run.log"));
        toldIn = Optional.of(folder);
        try {
            new LiveAddress(
                            publisherAddress,
                            routerAddress,
                            token,
                            ProcessHandle.current().pid())
                    .write(folder);
        } catch (IOException | UnsupportedOperationException failed) {
            LOG.warn("live bus: other processes of this user are not told where it is: {}", failed.toString());
        }
    }

    private void untell() {
        toldIn.ifPresent(folder -> {
            try {
                LiveAddress.remove(folder);
            } catch (IOException left) {
                LOG.warn("live bus: its address is left behind: {}", left.toString());
            }
        });
    }

    void began(String source, Path itsLog) {
        frames = new Frames(run.toString(), source);
        log = Optional.of(itsLog);
    }

    @Override
    public void heard(RunEvent event) {
        if (event instanceof RecordTroubled troubled && troubled.state() != RecordTroubled.State.WRITING) {
            // From here on the log may lack events that the numbering counts.
            isLogBroken = true;
        }
        synchronized (numbers) {
            numbers.told(event).forEach(waiting::put);
        }
    }

    private void serve() {
        try (wire) {
            long lastWords = 0;
            while (!isClosing || waiting.depth() > 0 || System.nanoTime() < lastWords) {
                if (isClosing && lastWords == 0) {
                    lastWords = System.nanoTime() + LAST_WORDS_MILLIS * 1_000_000;
                }
                turn();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            isThrough = true;
        }
    }

    private void turn() throws InterruptedException {
        try {
            if (wire.isBroken()) {
                wire.mend();
                mended = wire.mended();
            }
            Optional<Told> next = waiting.take(BEAT_MILLIS);
            for (int i = 0; next.isPresent() && i < MOST_AT_ONCE; i++) {
                publish(next.get());
                next = i == MOST_AT_ONCE - 1 ? Optional.empty() : waiting.take(0);
            }
            answer();
        } catch (ZMQException failed) {
            LOG.warn("live bus: {}", failed.toString());
            Thread.sleep(MEND_MILLIS);
        } catch (RuntimeException unforeseen) {
            LOG.error("live bus", unforeseen);
            Thread.sleep(MEND_MILLIS);
        }
    }

    private void publish(Told told) {
        Frame frame = frames.of(told);
        ring.keep(frame);
        next.put(told.channel(), told.seq() + 1);
        wire.publish(frame);
    }

    private void answer() {
        for (List<byte[]> ready = late.poll(); ready != null; ready = late.poll()) {
            wire.answer(ready);
        }
        Optional<List<byte[]>> asked = wire.asked();
        for (int i = 0; asked.isPresent() && i < MOST_AT_ONCE; i++) {
            answer(asked.get());
            asked = i == MOST_AT_ONCE - 1 ? Optional.empty() : wire.asked();
        }
    }

    private void answer(List<byte[]> parts) {
        List<byte[]> envelope = parts.subList(0, parts.size() - 1);
        String id = "";
        try {
            BusRequest asked =
                    Json.parse(new String(parts.get(parts.size() - 1), StandardCharsets.UTF_8), BusRequest.class);
            if (asked == null) {
                throw new IllegalArgumentException("no request");
            }
            id = asked.id().orElse("");
            String act = asked.act().orElse("");
            if (act.equals("history")) {
                history(envelope, id, asked);
            } else if (act.equals("channels")) {
                Optional<Map<String, Long>> all = Optional.of(Map.copyOf(next));
                wire.answer(whole(envelope, new BusAnswer(id, true, "", 0, OptionalLong.empty(), all), List.of()));
            } else {
                OperatorDesk.Reply reply = desk.act(peer(envelope), asked);
                wire.answer(whole(envelope, BusAnswer.plain(id, reply.isTaken(), reply.words()), List.of()));
            }
        } catch (IllegalArgumentException unfit) {
            String why = String.valueOf(unfit.getMessage());
            wire.answer(whole(envelope, BusAnswer.plain(id, false, why), List.of()));
        }
    }

    private static String peer(List<byte[]> envelope) {
        return envelope.isEmpty() ? "" : HexFormat.of().formatHex(envelope.get(0));
    }

    private void history(List<byte[]> envelope, String id, BusRequest asked) {
        String channel = asked.channel().orElse("");
        long end = next.getOrDefault(channel, 0L) - 1;
        long from = Math.max(0, asked.fromSeq().orElse(0));
        long to = Math.min(asked.toSeq().orElse(end), end);
        if (from > to) {
            wire.answer(whole(envelope, BusAnswer.plain(id, true, "nothing there yet"), List.of()));
            return;
        }
        Optional<List<Frame>> kept = History.unbroken(ring.between(channel, from, to), from);
        if (kept.isPresent()) {
            wire.answer(found(envelope, id, History.bounded(kept.get()), from, to));
        } else if (isLogBroken || log.isEmpty() || reader.getQueue().remainingCapacity() == 0) {
            String why = isLogBroken || log.isEmpty() ? History.GONE : "busy, ask again";
            wire.answer(whole(envelope, BusAnswer.plain(id, false, why), List.of()));
        } else {
            Path read = log.get();
            List<byte[]> to0 = List.copyOf(envelope);
            reader.execute(() -> late.add(fromLog(read, to0, id, channel, from, to)));
        }
    }

    private List<byte[]> fromLog(Path read, List<byte[]> envelope, String id, String channel, long from, long to) {
        try {
            List<Frame> there = History.fromLog(read, frames, channel, from, to);
            return found(envelope, id, History.unbroken(there, from).orElse(List.of()), from, to);
        } catch (StoreException | IllegalArgumentException unreadable) {
            return whole(envelope, BusAnswer.plain(id, false, String.valueOf(unreadable.getMessage())), List.of());
        }
    }

    private static List<byte[]> found(List<byte[]> envelope, String id, List<Frame> all, long from, long to) {
        long nextSeq = from + all.size();
        OptionalLong more = nextSeq <= to ? OptionalLong.of(nextSeq) : OptionalLong.empty();
        boolean isThere = !all.isEmpty();
        String words = isThere ? "" : "not in the log yet, ask again";
        return whole(envelope, new BusAnswer(id, isThere, words, all.size(), more, Optional.empty()), all);
    }

    private static List<byte[]> whole(List<byte[]> envelope, BusAnswer answer, List<Frame> with) {
        List<byte[]> parts = new ArrayList<>(envelope);
        parts.add(Json.line(answer).getBytes(StandardCharsets.UTF_8));
        with.forEach(frame -> {
            parts.add(frame.header());
            parts.add(frame.payload());
        });
        return parts;
    }

    /** Sends what still waits, answers a little longer, ends. Waits 3 s at most. */
    @Override
    public void close() {
        isClosing = true;
        untell();
        try {
            thread.join(TO_END_MILLIS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        if (!isThrough) {
            LOG.warn("live bus: does not end, left behind; {} events did not go out", waiting.depth());
            thread.interrupt();
        }
        reader.shutdownNow();
    }
}
