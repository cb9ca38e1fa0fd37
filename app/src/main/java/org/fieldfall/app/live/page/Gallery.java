package org.fieldfall.app.live.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fieldfall.app.guard.Holder;
import org.fieldfall.app.guard.Leases;
import org.fieldfall.app.guard.OperatorDesk;
import org.fieldfall.app.live.LiveAddress;
import org.fieldfall.app.live.view.RunView;
import org.fieldfall.app.live.view.StoredView;
import org.fieldfall.app.review.StoredRuns;
import org.fieldfall.app.store.CatalogueEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs below one folder and those in progress on this machine that write there. Keeps at most {@value #MOST_STORED} stored and
 * {@value #MOST_GOING} running ones in memory. Safe to share.
 */
public final class Gallery implements Runs, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gallery.class);
    private static final int MOST_STORED = 6;
    private static final int MOST_GOING = 6;
    private static final long LAST_WORDS_SECONDS = 1;
    private static final long KNOWN_NANOS = 1_000_000_000L;

    private final StoredRuns stored;
    private final Leases leases;
    private final Function<Path, StoredView> open;
    private final Optional<OwnRun> own;
    private final Map<String, StoredView> views = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, LivePage.Watch> watches = new LinkedHashMap<>(16, 0.75f, true);
    private List<CatalogueEntry> known = List.of();
    private List<Holder> going = List.of();
    private long knownAt = Long.MIN_VALUE;

    /** @param open shows the run in a folder that is over */
    public Gallery(StoredRuns stored, Leases leases, Function<Path, StoredView> open, Optional<OwnRun> own) {
        this.stored = stored;
        this.leases = leases;
        this.open = open;
        this.own = own;
    }

    /** What the disk says is as old as a second at most: no crowd of viewers keeps it busy. */
    private synchronized void look() {
        long now = System.nanoTime();
        if (knownAt == Long.MIN_VALUE || now - knownAt > KNOWN_NANOS) {
            known = Files.isDirectory(stored.root()) ? stored.entries() : List.of();
            going = leases.holders().stream()
                    .filter(holder ->
                            !holder.runFolder().isEmpty() && !holder.socket().isEmpty())
                    .toList();
            knownAt = System.nanoTime();
        }
    }

    @Override
    public synchronized List<CatalogueEntry> entries() {
        look();
        return known;
    }

    @Override
    public synchronized List<String> going() {
        look();
        return going.stream()
                .map(Holder::runId)
                .filter(id -> known.stream().anyMatch(run -> run.id().equals(id)))
                .toList();
    }

    @Override
    public Optional<String> own() {
        return own.map(OwnRun::id);
    }

    @Override
    public Optional<RunView> view(String id) {
        Optional<OwnRun> mine = own.filter(run -> run.id().equals(id));
        if (mine.isPresent()) {
            return mine.map(run -> run);
        }
        Optional<Holder> holder = holder(id);
        try {
            return folder(id)
                    .map(folder -> holder.map(found -> watched(found, folder)).orElseGet(() -> shown(id, folder)));
        } catch (RuntimeException unreadable) {
            LOG.warn("page: run {} cannot be shown", id, unreadable);
            return Optional.empty();
        }
    }

    /** What is opened holds up others who want to see something, but nobody who wants to stop a run. */
    private RunView watched(Holder holder, Path folder) {
        String id = holder.runId();
        synchronized (views) {
            LivePage.Watch watch = watches.get(id);
            if (watch == null) {
                trim(watches, MOST_GOING, LivePage.Watch::close);
                watch = LiveAddress.of(folder)
                        .<LivePage.Watch>map(at -> BusWatch.of(folder, at.publisher(), at.router()))
                        .orElseGet(() -> LogWatch.of(folder));
                watches.put(id, watch);
                tellOfItsDeath(holder.pid(), watch);
            }
            return watch.view();
        }
    }

    /** A killed run says nothing any more; what it has said last is on its way for less than that. */
    private static void tellOfItsDeath(long pid, LivePage.Watch watch) {
        CompletableFuture<?> death = ProcessHandle.of(pid)
                .<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(pid));
        var unused = death.thenRunAsync(
                watch::lost, CompletableFuture.delayedExecutor(LAST_WORDS_SECONDS, TimeUnit.SECONDS));
    }

    private RunView shown(String id, Path folder) {
        synchronized (views) {
            StoredView view = views.get(id);
            if (view == null) {
                trim(views, MOST_STORED, StoredView::close);
                view = open.apply(folder);
                views.put(id, view);
            }
            return view;
        }
    }

    private static <V> void trim(Map<String, V> all, int most, Consumer<V> close) {
        while (all.size() >= most) {
            var eldest = all.entrySet().iterator();
            V gone = eldest.next().getValue();
            eldest.remove();
            close.accept(gone);
        }
    }

    @Override
    public Optional<OperatorDesk> desk(String id) {
        Optional<OwnRun> mine = own.filter(run -> run.id().equals(id));
        return mine.isPresent()
                ? mine.map(OwnRun::desk)
                : holder(id).map(holder -> new DistantDesk(Path.of(holder.socket())));
    }

    private synchronized Optional<Holder> holder(String id) {
        look();
        return going.stream().filter(holder -> holder.runId().equals(id)).findFirst();
    }

    @Override
    public synchronized Optional<Path> folder(String id) {
        look();
        return known.stream()
                .filter(run -> run.id().equals(id) && !id.isEmpty())
                .map(run -> stored.root().resolve(run.path()))
                .findFirst();
    }

    /**
     * Opens the last run that is over, if its log is not long, on a thread of its own: the first one that a server opens takes a
     * second longer than others, and nobody has to wait for it.
     */
    public void warm() {
        Thread thread = new Thread(this::openLast, "page warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void openLast() {
        try {
            List<String> inProgress = going();
            entries().stream()
                    .filter(run -> !inProgress.contains(run.id())
                            && StoredView.isShort(stored.root().resolve(run.path())))
                    .max(Comparator.comparing(CatalogueEntry::startedUtc))
                    .ifPresent(run -> view(run.id()));
        } catch (RuntimeException unreadable) {
            LOG.warn("page: no run is opened ahead: {}", unreadable.getMessage());
        }
    }

    @Override
    public void close() {
        synchronized (views) {
            trim(views, 1, StoredView::close);
            trim(watches, 1, LivePage.Watch::close);
        }
    }
}
