package org.fieldfall.app.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the guardian twice a second that the process lives, sees that the guardian lives, and keeps the lease. A guardian
 * that is lost is replaced once. What it proves is that the process runs, not that the sequencer gets on: that may wait for
 * long in all order, and has deadlines of its own. Safe to share between threads.
 */
final class Heart {

    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);
    private static final int BEATS_BETWEEN_LOOKS = 10;
    private static final Duration TO_STOP = Duration.ofSeconds(40);

    private final Lease lease;
    private final Optional<Supplier<GuardianProcess>> posting;
    private final ScheduledExecutorService beating = Executors.newSingleThreadScheduledExecutor(daemon("heartbeat"));
    // Whoever is told may be slow, a disk too: neither may delay a heartbeat.
    private final ExecutorService chores = Executors.newSingleThreadExecutor(daemon("watchkeeping"));
    private final List<Runnable> untold = new ArrayList<>();
    private Optional<Watchkeeping.Troubles> troubles = Optional.empty();
    private volatile Optional<GuardianProcess> guardian = Optional.empty();
    private boolean isReplaced;
    private boolean isStopped;
    private long beats;

    /** @param posting starts a guardian; empty where there is none */
    Heart(Lease lease, Optional<Supplier<GuardianProcess>> posting) {
        this.lease = lease;
        this.posting = posting;
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** @throws GuardException if there is no guardian where there should be one */
    void start(Duration every) {
        guardian = posting.map(Supplier::get);
        var unused = beating.scheduleAtFixedRate(this::beat, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    Optional<Long> guardianPid() {
        return guardian.map(GuardianProcess::pid);
    }

    private void beat() {
        try {
            guardian.ifPresent(watching -> watching.beat().ifPresent(why -> {
                guardian = Optional.empty();
                chores.execute(() -> lost(watching, why));
            }));
            if (beats++ % BEATS_BETWEEN_LOOKS == 0) {
                chores.execute(() -> lease.keep().forEach(trouble -> tell("lease", false, trouble)));
            }
        } catch (RuntimeException failed) {
            // A heart that throws would not be beaten again.
            LOG.error("heartbeat: {}", failed.toString());
        }
    }

    private void lost(GuardianProcess watching, String why) {
        watching.kill();
        tell("guardian (pid " + watching.pid() + ")", false, why);
        if (isReplaced) {
            tell("guardian", false, "lost twice; the run goes on without one");
            return;
        }
        isReplaced = true;
        try {
            guardian = posting.map(Supplier::get);
            guardian.ifPresent(fresh -> tell("guardian (pid " + fresh.pid() + ")", true, "a new one watches"));
        } catch (GuardException failed) {
            tell("guardian", false, "there is no new one, the run goes on without: " + failed.getMessage());
        }
    }

    private synchronized void tell(String who, boolean isBack, String why) {
        LOG.warn("{}: {}", who, why);
        if (troubles.isPresent()) {
            troubles.get().heard(who, isBack, why);
        } else {
            untold.add(() -> troubles.ifPresent(ear -> ear.heard(who, isBack, why)));
        }
    }

    synchronized void listen(Watchkeeping.Troubles ear) {
        troubles = Optional.of(ear);
        untold.forEach(Runnable::run);
        untold.clear();
    }

    /** Says the last word to the guardian, once. */
    void stop(String lastWord) {
        synchronized (this) {
            if (isStopped) {
                return;
            }
            isStopped = true;
        }
        beating.shutdown();
        chores.shutdown();
        try {
            if (!beating.awaitTermination(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)
                    || !chores.awaitTermination(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the heartbeat does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        guardian.ifPresent(watching -> watching.leave(lastWord));
    }
}
