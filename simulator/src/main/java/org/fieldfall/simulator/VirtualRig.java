package org.fieldfall.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pretended rig on real wires: serial instruments on pseudo-terminals, the others on TCP ports of the loopback
 * interface, over one world whose systematics a seed draws. Safe to share between threads.
 */
public final class VirtualRig implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VirtualRig.class);
    private static final double FASTEST = 50;
    private static final long ADVANCE_MILLIS = 5;
    private static final long END_MILLIS = 500;

    private final TwinSettings settings;
    private final Twin twin;
    private final WorldClock clock = new WorldClock(System::nanoTime);
    private final Wires wires;
    private final Stage stage;
    private final ScheduledThreadPoolExecutor mover = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "simulator-world");
        thread.setDaemon(true);
        return thread;
    });

    private VirtualRig(TwinSettings settings, long seed, Optional<Path> links) throws IOException {
        this.settings = settings;
        this.twin = new Twin(settings, seed, System::nanoTime);
        this.wires = new Wires(settings, twin, clock, seed, links);
        this.stage = new Stage(twin.world(), wires);
    }

    /** Opens all lines and starts the world at 0 s and speed 1, at rest: no field, bath temperature, equilibrium. */
    public static VirtualRig start(TwinSettings settings, long seed) {
        return start(settings, seed, Optional.empty());
    }

    /**
     * As {@link #start(TwinSettings, long)}, with each serial line under a symbolic link of its own in a folder, as udev
     * does it: a line that is unplugged comes back under its name whatever number the system gives the terminal.
     */
    public static VirtualRig start(TwinSettings settings, long seed, Path links) {
        return start(settings, seed, Optional.of(links));
    }

    private static VirtualRig start(TwinSettings settings, long seed, Optional<Path> links) {
        try {
            VirtualRig rig = new VirtualRig(settings, seed, links);
            var unused =
                    rig.mover.scheduleWithFixedDelay(rig::move, ADVANCE_MILLIS, ADVANCE_MILLIS, TimeUnit.MILLISECONDS);
            return rig;
        } catch (IOException e) {
            throw new UncheckedIOException("the simulated rig could not open its lines: " + e.getMessage(), e);
        }
    }

    /**
     * VISA resource name of every role the rig can fill: {@code field-supply}, {@code sample-thermometer}, and as far as
     * the settings have them {@code field-monitor}, {@code bath}, {@code sample-heater}, {@code heat-switch}, {@code
     * excitation}, {@code bias-magnet} and, for each channel of a gauge, {@code auxiliary} with the channel's name. Bath and sample heater share one line.
     */
    public Map<String, String> resources() {
        return wires.resources();
    }

    /** VISA resource name of the supply's serial line, such as {@code ASRL/dev/pts/3::INSTR}. */
    public String supplyResource() {
        return wires.of("field-supply").line().resource();
    }

    /** VISA resource name of the thermometer meter's socket. */
    public String thermometerResource() {
        return wires.of("sample-thermometer").line().resource();
    }

    /** Pulls the line of a role out: a client sees a hang-up, nobody can open it, the instrument goes on. */
    public void unplug(String role) {
        wires.of(role).line().unplug();
    }

    /**
     * Puts the line of a role back under its old name. Without links a pseudo-terminal comes back only once its last
     * client has closed it; that is waited for, no longer than about 2 s, and then it is an error.
     */
    public void plug(String role) {
        try {
            wires.of(role).line().plug();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the simulated rig could not put back the line of " + role + ": " + e.getMessage(), e);
        }
    }

    /** Makes the instrument of a role hear and obey but never answer; what it would have said is lost. */
    public void silence(String role, boolean isSilent) {
        wires.of(role).box().silence(isSilent);
    }

    /**
     * Lets something go wrong at a world time, exactly then however fast the world goes or leaps, or now if that is past.
     * Of a reply, the first one after it that is said.
     *
     * @throws IllegalArgumentException if the rig has no such role
     */
    public void stage(Fault fault, double worldSeconds) {
        synchronized (twin) {
            stage.add(fault, worldSeconds);
        }
    }

    /** Takes the faults that have happened and were not taken yet, oldest first; one of all replies once for each. */
    public List<Fault.Struck> struck() {
        return stage.struck();
    }

    /** World time in seconds, from 0; never goes back. */
    public double seconds() {
        return clock.seconds();
    }

    /** @param worldSecondsPerSecond 0 to 50; 0 holds the world */
    public void speed(double worldSecondsPerSecond) {
        if (!(worldSecondsPerSecond >= 0 && worldSecondsPerSecond <= FASTEST)) {
            throw new IllegalArgumentException(
                    "the simulated rig runs at 0 to 50 world seconds a second, not " + worldSecondsPerSecond);
        }
        clock.speed(worldSecondsPerSecond);
    }

    /**
     * Holds the world when it comes to a time, until another one is given: whoever watches a fast world on a slow machine
     * can be sure to miss no more than that. Infinity lets it go.
     */
    public void noFurtherThan(double worldSeconds) {
        clock.noFurtherThan(worldSeconds);
    }

    /** Moves the world on to this time at once and goes on from there; a time that is past changes nothing. */
    public void leapTo(double worldSeconds) {
        synchronized (twin) {
            twin.advanceTo(worldSeconds);
            clock.leapTo(worldSeconds);
        }
    }

    /** Waits until the world shows a time, through changes of speed; gives up after {@code atMost} of wall time. */
    public boolean waitUntil(double worldSeconds, Duration atMost) throws InterruptedException {
        return clock.waitUntil(worldSeconds, atMost);
    }

    /** What the seed drew, by name with unit. */
    public Map<String, Double> drawn() {
        return twin.drawn().asMap(settings);
    }

    /**
     * Tells the truth from now on, every 1 ms of world time while the field moves and for 2 s after, else every 0.1 s.
     * The consumer is called by whichever thread moves the world and holds it up meanwhile.
     */
    public void truthTo(Consumer<Truth> consumer) {
        synchronized (twin) {
            twin.truthTo(consumer);
        }
    }

    /** The world as it is now, with the share of every level; for a console, not for an analysis. */
    public WorldView view() {
        synchronized (twin) {
            return twin.view();
        }
    }

    @Override
    public void close() {
        mover.shutdownNow();
        stage.close();
        wires.close();
        try {
            if (!mover.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("the simulated world did not end within {} ms", END_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void move() {
        try {
            synchronized (twin) {
                twin.advanceTo(clock.seconds());
            }
        } catch (RuntimeException e) {
            LOG.error("the simulated world stands still at {} s: {}", clock.seconds(), e.getMessage(), e);
            throw e;
        }
    }
}
