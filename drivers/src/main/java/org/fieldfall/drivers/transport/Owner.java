package org.fieldfall.drivers.transport;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.jspecify.annotations.Nullable;

/** The thread that owns a line: performs what it is asked one after the other, the urgent first. Safe to share. */
final class Owner implements AutoCloseable {

    /** How many may be in the queue or in flight, for each urgency on its own: routine work never shuts a stop out. */
    static final int MOST_ASKED = 64;

    // An exchange keeps its own deadline; the caller gives it this much more before it stops believing in the owner.
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int BEFORE_ALL = 0;

    private final String who;
    private final ThreadPoolExecutor executor;
    private final AtomicLong asked = new AtomicLong();
    private final Map<Urgency, Semaphore> room =
            Map.of(Urgency.STOP, new Semaphore(MOST_ASKED), Urgency.ROUTINE, new Semaphore(MOST_ASKED));
    private volatile @Nullable Thread thread;

    Owner(String who) {
        this.who = who;
        this.executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), this::thread);
        executor.prestartCoreThread();
    }

    private Thread thread(Runnable work) {
        var owner = new Thread(work, "line of " + who);
        owner.setDaemon(true);
        thread = owner;
        return owner;
    }

    boolean isCurrentThread() {
        return Thread.currentThread() == thread;
    }

    /** Waits for its turn and its end, and is not cut by an interrupt. */
    <T> T perform(Urgency urgency, Deadline deadline, Callable<T> work) {
        Semaphore seats = room.getOrDefault(urgency, new Semaphore(0));
        if (!seats.tryAcquire()) {
            throw new NoReplyException(
                    who,
                    "not asked: " + MOST_ASKED + " " + urgency.name().toLowerCase(Locale.ROOT)
                            + " exchanges are in the queue already");
        }
        try {
            return await(ask(urgency == Urgency.STOP ? 1 : 2, work), deadline);
        } finally {
            seats.release();
        }
    }

    /** Goes before everything that waits, and nobody waits for it. */
    void performFirst(Runnable work) {
        var unused = ask(BEFORE_ALL, () -> {
            work.run();
            return true;
        });
    }

    private <T> Request<T> ask(int rank, Callable<T> work) {
        var request = new Request<>(rank, asked.getAndIncrement(), work);
        try {
            executor.execute(request);
        } catch (RejectedExecutionException e) {
            throw new LineLostException(who, "the line is closed", e);
        }
        return request;
    }

    private <T> T await(Request<T> request, Deadline deadline) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return request.get(deadline.remaining().plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw asItWas(e);
        } catch (CancellationException e) {
            throw new LineLostException(who, "the line was closed before this was asked", e);
        } catch (TimeoutException e) {
            giveUp(request);
            throw new NoReplyException(who, "the exchange did not keep its deadline", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void giveUp(Request<?> request) {
        request.cancel(false);
        executor.remove(request);
    }

    private static RuntimeException asItWas(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
    }

    @Override
    public void close() {
        for (Runnable waiting : executor.shutdownNow()) {
            ((Request<?>) waiting).cancel(false);
        }
    }

    private static final class Request<T> extends FutureTask<T> implements Comparable<Request<?>> {

        private final int rank;
        private final long number;

        Request(int rank, long number, Callable<T> work) {
            super(work);
            this.rank = rank;
            this.number = number;
        }

        @Override
        public int compareTo(Request<?> other) {
            int byRank = Integer.compare(rank, other.rank);
            return byRank != 0 ? byRank : Long.compare(number, other.number);
        }
    }
}
