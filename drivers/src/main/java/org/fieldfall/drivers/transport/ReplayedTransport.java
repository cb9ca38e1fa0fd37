package org.fieldfall.drivers.transport;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One recorded opening as an instrument: hears exactly the recorded bytes and answers the recorded bytes. */
final class ReplayedTransport implements Transport {

    private record Arriving(long atNanos, Recorded.Heard heard) {}

    private final String who;
    private final Recorded recorded;
    private final boolean keepsPace;
    private final WireClock clock;
    private final Queue<Recorded.Turn> unsaid;
    private final Queue<Arriving> arriving = new ArrayDeque<>();
    private final Loss loss = new Loss();
    private int heardOfTurn;
    private long lastSaidNanos;
    private @Nullable String complaint;

    ReplayedTransport(String who, Recorded recorded, boolean keepsPace, WireClock clock) {
        this.who = who;
        this.recorded = recorded;
        this.keepsPace = keepsPace;
        this.clock = clock;
        this.unsaid = new ArrayDeque<>(recorded.turns());
        answer(recorded.opening());
    }

    private void answer(Recorded.Turn turn) {
        lastSaidNanos = clock.nanos();
        for (Recorded.Heard heard : turn.heard()) {
            arriving.add(new Arriving(lastSaidNanos + pace(heard), heard));
        }
    }

    private long pace(Recorded.Heard heard) {
        return keepsPace ? heard.later().toNanos() : 0;
    }

    @Override
    public String who() {
        return who;
    }

    @Override
    public synchronized void write(byte[] bytes, Duration within) {
        loss.failIfOver(who());
        int from = 0;
        while (from < bytes.length) {
            from += hear(Arrays.copyOfRange(bytes, from, bytes.length));
        }
    }

    private int hear(byte[] said) {
        Recorded.Turn turn = unsaid.peek();
        if (turn == null) {
            throw complain("was told " + Printable.of(said) + ", which the capture does not hold; it is at its end");
        }
        int count = Math.min(said.length, turn.said().length - heardOfTurn);
        byte[] due = Arrays.copyOfRange(turn.said(), heardOfTurn, turn.said().length);
        if (!Arrays.equals(due, 0, count, said, 0, count)) {
            throw complain("was told " + Printable.of(said) + ", line " + turn.line() + " of the capture holds "
                    + Printable.of(due));
        }
        heardOfTurn += count;
        if (heardOfTurn == turn.said().length) {
            heardOfTurn = 0;
            unsaid.remove();
            answer(turn);
        }
        return count;
    }

    private ReplayDepartedException complain(String report) {
        complaint = who() + ": " + report;
        return new ReplayDepartedException(who(), report);
    }

    @Override
    public synchronized byte[] read(Duration within) throws InterruptedException {
        loss.failIfOver(who());
        Arriving next = arriving.peek();
        if (next != null) {
            return waitUntil(next.atNanos(), within)
                    ? arriving.remove().heard().bytes().clone()
                    : new byte[0];
        }
        Optional<Recorded.Heard> end = unsaid.isEmpty() ? recorded.lost() : Optional.empty();
        if (end.isPresent() && waitUntil(lastSaidNanos + pace(end.get()), within)) {
            lose(Recorded.text(end.get().bytes()));
        } else if (end.isEmpty()) {
            clock.pause(within);
        }
        return new byte[0];
    }

    // An earlier answer that is due later holds up those behind it, as on a wire.
    private boolean waitUntil(long nanos, Duration within) throws InterruptedException {
        long wait = Math.max(0, nanos - clock.nanos());
        boolean comes = wait <= within.toNanos();
        clock.pause(comes ? Duration.ofNanos(wait) : within);
        return comes;
    }

    private void lose(String why) {
        if (loss.happened(why)) {
            loss.tell();
            loss.failIfOver(who());
        }
    }

    /** What went wrong, or what of the record was not said or not heard; empty if it was played to its end. */
    synchronized Optional<String> left() {
        if (complaint != null) {
            return Optional.of(complaint);
        }
        Recorded.Turn turn = unsaid.peek();
        if (turn != null) {
            return Optional.of(who() + ": left unsaid from line " + turn.line() + " on: " + Printable.of(turn.said()));
        }
        return Optional.ofNullable(arriving.peek())
                .map(Arriving::heard)
                .map(heard ->
                        who() + ": left unheard from line " + heard.line() + " on: " + Printable.of(heard.bytes()));
    }

    @Override
    public void onLost(Consumer<String> heard) {
        loss.onLost(heard);
    }

    @Override
    public void close() {
        var unused = loss.wasClosed();
    }
}
