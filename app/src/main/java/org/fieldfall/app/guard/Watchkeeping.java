package org.fieldfall.app.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.RigText;
import org.fieldfall.protocols.sequence.RunEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that watches over one run from outside its sequencer, in the order in which it is needed: the lease before a line is
 * opened, control socket and guardian before anything moves, farewell and latch when every instrument has had its turn on
 * the way to safety. Used by the run's thread, but for {@link #page}; its own thread keeps the heart beating.
 */
public final class Watchkeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchkeeping.class);
    private static final Duration BEAT = Duration.ofMillis(500);

    private final Leases leases;
    private final RigConfig rig;
    private final InstantSource wall;
    private final List<String> lines;
    private final Lease lease;
    private Optional<ControlSocket> control = Optional.empty();
    private Optional<Heart> heart = Optional.empty();
    private Optional<Path> folder = Optional.empty();

    private Watchkeeping(Leases leases, RigConfig rig, InstantSource wall, List<String> lines, Lease lease) {
        this.leases = leases;
        this.rig = rig;
        this.wall = wall;
        this.lines = lines;
        this.lease = lease;
    }

    /**
     * Takes the rig for a run.
     *
     * @throws RigTakenException if it is in use or latched
     */
    public static Watchkeeping begin(Leases leases, RigConfig rig, UUID runId, String who, InstantSource wall) {
        List<String> lines = Leases.lines(rig);
        leases.refuseLatched(lines);
        Holder holder = holder(lines.isEmpty() ? "dry-run" : "run", rig, runId.toString(), who, wall);
        Lease lease =
                leases.take(holder, lines.isEmpty() ? Leases.dryRun(runId.toString()) : lines, ResourceLock.Part.RUN);
        return new Watchkeeping(leases, rig, wall, lines, lease);
    }

    /**
     * Takes the rig for somebody who only asks its instruments, latched or not.
     *
     * @throws RigTakenException if it is in use
     */
    public static Lease check(Leases leases, RigConfig rig, InstantSource wall) {
        String user = System.getProperty("user.name", "unknown");
        return leases.take(holder("check", rig, "", user, wall), Leases.lines(rig), ResourceLock.Part.RUN);
    }

    private static Holder holder(String kind, RigConfig rig, String runId, String who, InstantSource wall) {
        return new Holder(
                kind,
                ProcessHandle.current().pid(),
                host(),
                who,
                runId,
                "",
                rig.name(),
                "",
                "",
                "",
                wall.instant(),
                rig.instruments().values().stream()
                        .map(RigConfig.Instrument::resource)
                        .sorted()
                        .toList());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "this machine";
        }
    }

    /**
     * Opens the control socket and posts the guardian.
     *
     * @throws GuardException if there is no guardian where there must be one; then nothing may move
     */
    public void post(Path runFolder, RigConfig.Source source, OperatorDesk desk) {
        Path whole = runFolder.toAbsolutePath().normalize();
        folder = Optional.of(whole);
        var socket = ControlSocket.open(new ControlDesk(desk)::answer);
        control = Optional.of(socket);
        lease.tell(lease.holder()
                .withRun(
                        whole.toString(),
                        source.name().toLowerCase(Locale.ROOT),
                        socket.path().toString()));
        heart = Optional.of(new Heart(lease, lines.isEmpty() ? Optional.empty() : Optional.of(this::guardian)));
        heart.get().start(BEAT);
    }

    /**
     * Tells whoever looks at the lease where the run's page is. May be called by any thread once the guardian is posted.
     *
     * @param address without a token: everybody on the machine reads it
     */
    public void page(String address) {
        lease.tell(lease.holder().withPage(address));
    }

    private GuardianProcess guardian() {
        Path rigFile = control.orElseThrow().path().resolveSibling("rig.yaml");
        try {
            Files.writeString(rigFile, RigText.on(rig, Map.of()));
            var self = WatchedProcess.current();
            var orders = new GuardianOrders(
                    rigFile.toString(), folder.orElseThrow().toString(), self.pid(), self.started(), lease.holder());
            return GuardianProcess.start(
                    orders, leases.folder(), folder.orElseThrow().resolve("guardian.log"));
        } catch (IOException failed) {
            throw new GuardException(rigFile + " cannot be written for the guardian: " + failed, failed);
        } finally {
            forget(rigFile);
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.debug("{} is left behind: {}", file, left.toString());
        }
    }

    /**
     * Says who watches and tells from now on what becomes of the guardian.
     *
     * @param remarks hears what is worth knowing
     * @param troubles hears what a reader must not miss, and whether it is over again
     */
    public void listen(Consumer<String> remarks, Troubles troubles) {
        heart.ifPresent(beating -> {
            remarks.accept(beating.guardianPid()
                    .map(pid -> "a guardian watches this run from outside, pid " + pid)
                    .orElse("no guardian: "
                            + (rig.isSimulated()
                                    ? "the simulator lives in this process"
                                    : "the instruments are played from files")));
            beating.listen(troubles);
        });
    }

    /** Hears of the guardian. */
    @FunctionalInterface
    public interface Troubles {

        /**
         * @param who the guardian
         * @param isBack one is there again
         */
        void heard(String who, boolean isBack, String why);
    }

    /**
     * Says farewell and latches the rig where somebody has to look at it first.
     *
     * @param byGuard a guard ended the run
     * @return what is to be told; empty if the rig is free for the next run
     */
    public Optional<String> ended(RunEnd end, boolean byGuard, String why) {
        heart.ifPresent(
                beating -> beating.stop(end.isSafe() ? GuardianOrders.FAREWELL_SAFE : GuardianOrders.FAREWELL_FAULT));
        if (lines.isEmpty() || (end.isSafe() && !byGuard) || folder.isEmpty()) {
            return Optional.empty();
        }
        Latch latch = new Latch(
                rig.name(), lease.holder().runId(), folder.get().toString(), wall.instant(), "run", why, lines);
        leases.latch(latch);
        return Optional.of(latch.words());
    }

    /** A run that ends here without {@link #ended} leaves its rig to the guardian. */
    @Override
    public void close() {
        heart.ifPresent(beating -> beating.stop(GuardianOrders.ABANDONED));
        control.ifPresent(ControlSocket::close);
        lease.close();
    }
}
