package org.fieldfall.app.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.SafeRig;
import org.fieldfall.app.store.GuardianLog;
import org.fieldfall.app.store.GuardianLog.Kind;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.sequence.WayToSafety;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one run from a process of its own. While heartbeats come it does nothing; when they stop, it ends what is left of
 * the run's process, sees it gone, and brings the rig to the safe state of its rig file. Used by one thread.
 */
public final class Guardian {

    private static final Logger LOG = LoggerFactory.getLogger(Guardian.class);

    /** Without a heartbeat for so long the run counts as lost. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(2);

    private static final Duration TO_BE_ORDERED = Duration.ofSeconds(20);
    private static final Duration TO_BE_GONE = Duration.ofSeconds(30);
    private static final String PIPE_ENDED = "pipe ended";
    private static final long STALL_MILLIS = 300;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final OutputStream answers;
    private final Configs configs;
    private final Leases leases;
    private final InstantSource wall;

    /**
     * @param orders what the run says: its end without a farewell is the loss of the run
     * @param answers what the run hears
     */
    public Guardian(InputStream orders, OutputStream answers, Configs configs, Leases leases, InstantSource wall) {
        this.answers = answers;
        this.configs = configs;
        this.leases = leases;
        this.wall = wall;
        var thread = new Thread(() -> listen(orders), "orders");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen(InputStream orders) {
        try (var lines = new BufferedReader(new InputStreamReader(orders, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.add(line);
            }
        } catch (IOException broken) {
            LOG.debug("the run's pipe broke: {}", broken.toString());
        }
        heard.add(PIPE_ENDED);
    }

    private boolean say(String words) {
        try {
            answers.write((words + "\n").getBytes(StandardCharsets.UTF_8));
            answers.flush();
            return true;
        } catch (IOException nobodyListens) {
            return false;
        }
    }

    /**
     * Watches until the run has ended, one way or the other.
     *
     * @return true if the run said farewell, or the rig was seen safe
     */
    public boolean watch() throws InterruptedException {
        String first = heard.poll(TO_BE_ORDERED.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null || first.equals(PIPE_ENDED)) {
            return false;
        }
        GuardianOrders orders = Json.parse(first, GuardianOrders.class);
        RigConfig rig = configs.rig(orders.rigFile());
        var post = new Post(
                orders,
                rig,
                OpenRig.calibration(rig).curve(),
                identities(orders),
                new GuardianLog(Path.of(orders.runFolder(), "guardian.log")),
                wall);
        List<String> lines = Leases.lines(rig);
        try (Lease lease = leases.take(orders.holder(), lines, ResourceLock.Part.GUARDIAN)) {
            post.tell(
                    Kind.ARMED,
                    "pid " + ProcessHandle.current().pid() + " watches pid " + orders.runPid() + " of "
                            + orders.runFolder());
            say(GuardianOrders.ARMED);
            return isEnded(post, lease, lines);
        }
    }

    /** Who answered at each role when the run began; without the manifest only the models are checked. */
    private static Map<String, Identity> identities(GuardianOrders orders) {
        Map<String, Identity> known = new HashMap<>();
        try {
            Manifest.read(Path.of(orders.runFolder(), "manifest.json"))
                    .instruments()
                    .forEach(box -> known.put(
                            box.name(), new Identity(box.maker(), box.model(), box.serial(), box.firmware())));
        } catch (StoreException unreadable) {
            LOG.warn("{}", unreadable.getMessage());
        }
        return known;
    }

    private boolean isEnded(Post post, Lease lease, List<String> lines) throws InterruptedException {
        Optional<String> loss = Optional.empty();
        while (loss.isEmpty()) {
            String line = next();
            if (line.equals(GuardianOrders.FAREWELL_SAFE) || line.equals(GuardianOrders.FAREWELL_FAULT)) {
                post.tell(Kind.FAREWELL, line);
                return true;
            }
            if (line.equals(GuardianOrders.BEAT)) {
                say(GuardianOrders.BEAT);
            } else {
                loss = Optional.of(line);
            }
        }
        post.tell(Kind.LOST, loss.get());
        lease.tell(lease.holder().guardian(ProcessHandle.current().pid()));
        if (!loss.get().equals(GuardianOrders.ABANDONED)) {
            end(post);
        }
        boolean isSafe = isBroughtToSafety(post);
        if (!isSafe) {
            post.latch(leases, lines);
        }
        ControlSocket.clear(Path.of(post.orders().holder().socket()));
        return isSafe;
    }

    /** What the run says next, or in what way it does not. */
    private String next() throws InterruptedException {
        long start = System.nanoTime();
        String line = heard.poll(LONGEST_SILENCE.toMillis(), TimeUnit.MILLISECONDS);
        long waited = (System.nanoTime() - start) / 1_000_000;
        if (line == null && waited > LONGEST_SILENCE.toMillis() + STALL_MILLIS) {
            // It was this process that stood still: what came meanwhile may just be on its way.
            line = heard.poll(STALL_MILLIS, TimeUnit.MILLISECONDS);
        }
        return line == null ? "no heartbeat for " + LONGEST_SILENCE.toMillis() + " ms" : line;
    }

    private static void end(Post post) throws InterruptedException {
        var run = new WatchedProcess(post.orders().runPid(), post.orders().runStarted());
        boolean wasThere = run.kill();
        boolean isGone = run.awaitGone(TO_BE_GONE);
        // A process that was sent SIGKILL runs no line of its program any more, seen gone or not.
        post.tell(
                isGone ? Kind.GONE : Kind.REMARK,
                "pid " + run.pid() + (wasThere ? " was killed" : " had ended")
                        + (isGone ? "" : " and is still there after " + TO_BE_GONE.toSeconds() + " s"));
    }

    private static boolean isBroughtToSafety(Post post) {
        var clock = SafeRig.clock();
        try (SafeRig rig = SafeRig.of(post.rig(), post.curve(), post.known())) {
            boolean isSafe = new WayToSafety(clock, post::heard, rig.wayToSafety()).go();
            post.tell(
                    isSafe ? Kind.SAFE : Kind.FAULT,
                    isSafe
                            ? "every instrument was seen in its safe state"
                            : "THE SAFE STATE WAS NOT SEEN, look at the rig");
            return isSafe;
        }
    }

    /** One run to be watched, and where it is told. */
    private record Post(
            GuardianOrders orders,
            RigConfig rig,
            CalibrationCurve curve,
            Map<String, Identity> known,
            GuardianLog log,
            InstantSource wall) {

        /** A full disk must not keep the field up. */
        void tell(Kind kind, String text) {
            try {
                log.add(new GuardianLog.Entry(wall.instant(), kind, text));
            } catch (StoreException unwritten) {
                LOG.error("{}; {}: {}", unwritten.getMessage(), kind, text);
            }
        }

        void heard(RunEvent event) {
            if (event instanceof SafeStateStep step) {
                tell(
                        step.isSafe() ? Kind.STEP : Kind.UNSAFE,
                        step.instrument() + ": " + step.command() + " -> " + step.readback()
                                + (step.isSafe() ? "" : "  NOT SAFE"));
            }
        }

        void latch(Leases leases, List<String> lines) {
            leases.latch(new Latch(
                    rig.name(),
                    orders.holder().runId(),
                    orders.runFolder(),
                    wall.instant(),
                    "guardian",
                    "the run was lost and the safe state was not seen",
                    lines));
        }
    }
}
