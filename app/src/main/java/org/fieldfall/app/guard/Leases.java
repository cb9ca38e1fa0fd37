package org.fieldfall.app.guard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.store.Json;

/**
 * The rigs of this machine that are held or latched. A rig is held line by line, so two rig files that share one line share
 * it here as well. Safe to share between threads.
 */
public final class Leases {

    /** A folder instead of the machine's, for tests: as a system property or, of another spelling, in the environment. */
    public static final String PROPERTY = "fieldfall.leases";

    private static final String VARIABLE = "FIELDFALL_LEASES";
    private static final String LEASE = ".lease";
    private static final String LATCH = ".latch";
    private static final String DRY_RUN = "dry-run-";

    private final LeaseFolder folder;

    public Leases(Path folder) {
        this.folder = new LeaseFolder(folder);
    }

    /** Those of the whole machine. */
    public static Leases here() {
        return new Leases(
                Stream.of(System.getProperty(PROPERTY, ""), System.getenv().getOrDefault(VARIABLE, ""))
                        .filter(Predicate.not(String::isBlank))
                        .findFirst()
                        .map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "fieldfall-leases")));
    }

    Path folder() {
        return folder.path();
    }

    /** Names of a rig's lines, each once; none where they are the simulator's own or played from files. */
    static List<String> lines(RigConfig rig) {
        return rig.instruments().values().stream()
                .filter(box -> !box.isSimulated() && !box.isReplayed())
                .map(box -> LineName.of(box.resource()))
                .distinct()
                .sorted()
                .toList();
    }

    static List<String> dryRun(String runId) {
        return List.of(DRY_RUN + runId);
    }

    /**
     * Takes all lines or none.
     *
     * @throws RigTakenException if another holds one of them
     */
    Lease take(Holder holder, List<String> lines, ResourceLock.Part part) {
        List<ResourceLock> taken = new ArrayList<>();
        for (String line : lines) {
            var lock = ResourceLock.take(folder, line + LEASE, part);
            if (lock.isEmpty()) {
                taken.forEach(ResourceLock::close);
                throw new RigTakenException("rig " + holder.rig() + " is in use: held by "
                        + holder(line + LEASE).map(Holder::words).orElse("a process that has not told who it is")
                        + "; 'fieldfall status' tells more");
            }
            taken.add(lock.get());
        }
        return new Lease(this, holder, taken);
    }

    /** Everybody who holds a rig at this moment, each once. */
    public List<Holder> holders() {
        Map<String, Holder> holders = new LinkedHashMap<>();
        for (String name : folder.names(LEASE)) {
            if (ResourceLock.isHeld(folder, name)) {
                holder(name).ifPresent(holder -> holders.put(holder.kind() + holder.pid() + holder.runId(), holder));
            } else if (name.startsWith(DRY_RUN)) {
                folder.clear(name);
            }
        }
        return List.copyOf(holders.values());
    }

    private Optional<Holder> holder(String name) {
        return ResourceLock.text(folder, name).flatMap(text -> parsed(text, Holder.class));
    }

    private static <T> Optional<T> parsed(String text, Class<T> kind) {
        try {
            return Optional.of(Json.parse(text, kind));
        } catch (IllegalArgumentException | NullPointerException unfit) {
            return Optional.empty();
        }
    }

    void forget(String line) {
        if (line.startsWith(DRY_RUN)) {
            folder.clear(line);
        }
    }

    /** Keeps a rig from the next run. */
    public void latch(Latch latch) {
        latch.lines().forEach(line -> folder.write(line + LATCH, Json.line(latch)));
    }

    /** All that are latched, each once. */
    public List<Latch> latches() {
        Map<String, Latch> latches = new LinkedHashMap<>();
        for (String name : folder.names(LATCH)) {
            folder.text(name)
                    .flatMap(text -> parsed(text, Latch.class))
                    .ifPresent(latch -> latches.put(latch.runId(), latch));
        }
        return List.copyOf(latches.values());
    }

    /** @throws RigTakenException if one of the lines is latched */
    void refuseLatched(List<String> lines) {
        latches().stream()
                .filter(latch -> latch.lines().stream().anyMatch(lines::contains))
                .findFirst()
                .ifPresent(latch -> {
                    throw new RigTakenException(latch.words() + ". Look at the rig, then " + "'fieldfall ack "
                            + latch.rig() + " --by NAME \"what you found\"'");
                });
    }

    /** Frees a rig of its latch. */
    public void unlatch(Latch latch) {
        latch.lines().forEach(line -> folder.clear(line + LATCH));
    }
}
