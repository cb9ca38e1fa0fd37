package org.fieldfall.app.live.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.LogFollower;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.Pyramid;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.protocols.run.RunEnded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A finished run as its folder tells it: series out of its pyramid, everything else by its log, which is gone through on a
 * thread of the view's own as if it happened again. However long the run, a picture is there before that is through. Safe to
 * share.
 */
public final class StoredView implements RunView, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoredView.class);

    /** Most logs are through by then, and the first picture is whole. */
    private static final Duration FIRST = Duration.ofMillis(300);

    /** A longer one is not. */
    private static final long MOST_AT_ONCE_BYTES = 20_000_000;

    private static final long TO_END_MILLIS = 5000;

    private final Path folder;
    private final LiveView view;
    private final Thread reader;
    private final CountDownLatch isRead = new CountDownLatch(1);
    private final CountDownLatch hasPyramid = new CountDownLatch(1);
    private volatile Optional<Strands> strands = Optional.empty();
    private volatile boolean isClosing;
    private boolean isEndHeard;

    /** What is wanted of a summary. */
    private record Summary(String verdict) {}

    private StoredView(Path folder) {
        this.folder = folder;
        this.view = LiveView.of(folder, Runnable::run);
        this.reader = new Thread(this::read, "stored run reader");
        this.reader.setDaemon(true);
    }

    /**
     * Opens a run; waits a moment for its log, if that is long for its pyramid alone.
     *
     * @throws StoreException if its manifest cannot be read
     */
    public static StoredView open(Path folder) {
        StoredView opened = new StoredView(folder);
        opened.view.earned(opened.earned());
        opened.view.loading(true);
        opened.reader.start();
        try {
            if (isShort(folder)) {
                opened.await(FIRST);
            } else if (!opened.hasPyramid.await(FIRST.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("{}: its pyramid is not open yet", folder);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return opened;
    }

    /** Its log is gone through in a moment. */
    public static boolean isShort(Path folder) {
        return RunFolder.at(folder).log().toFile().length() <= MOST_AT_ONCE_BYTES;
    }

    /** True once the log is gone through, within the time. */
    boolean await(Duration most) throws InterruptedException {
        return isRead.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    private LiveView.Earned earned() {
        Manifest.Ending ending = view.premises().manifest().ending();
        return ending.status() == EndStatus.UNKNOWN
                ? LiveView.Earned.unknown(verdict())
                : new LiveView.Earned(ending.status().name().toLowerCase(Locale.ROOT), ending.why(), verdict());
    }

    private String verdict() {
        Path file = folder.resolve("summary.json");
        try {
            return Files.isReadable(file)
                    ? String.valueOf(Json.read(file, Summary.class).verdict())
                    : "";
        } catch (StoreException unreadable) {
            LOG.warn("{}", unreadable.getMessage());
            return "";
        }
    }

    private void read() {
        RunFolder run = RunFolder.of(folder, view.premises().manifest());
        try {
            strands = Optional.of(new Strands(Pyramid.of(run), view));
        } catch (StoreException | IllegalArgumentException unbuilt) {
            LOG.warn("{}: shown without its pyramid: {}", folder, unbuilt.getMessage());
        } finally {
            hasPyramid.countDown();
        }
        try (LogFollower log = LogFollower.of(run.log())) {
            log.poll(entry -> {
                if (isClosing) {
                    throw new CancellationException("the view is closed");
                }
                isEndHeard |= entry.event() instanceof RunEnded;
                view.heard(entry.event());
            });
        } catch (CancellationException closed) {
            LOG.debug("{}", closed.getMessage());
        } catch (StoreException | IllegalArgumentException unreadable) {
            LOG.warn("{}", unreadable.getMessage());
        } finally {
            tellWhatLacks();
            view.loading(false);
            isRead.countDown();
        }
    }

    /** An end that only the manifest knows of: of the log there is less than there was. */
    private void tellWhatLacks() {
        if (isEndHeard) {
            return;
        }
        LiveView.Earned earned = earned();
        boolean isKilled = List.of("recovered", LiveView.Earned.UNKNOWN).contains(earned.status());
        if (!isKilled) {
            view.earned(new LiveView.Earned(
                    earned.status(),
                    earned.why() + "; but its log is damaged or gone, not all of it is shown",
                    earned.verdict()));
        }
    }

    @Override
    public long version() {
        return view.version();
    }

    @Override
    public String snapshot() {
        return view.snapshot();
    }

    @Override
    public List<SeriesHead> series() {
        List<SeriesHead> all = new ArrayList<>();
        for (SeriesHead head : view.series()) {
            all.add(strands.flatMap(found -> found.head(head)).orElse(head));
        }
        strands.ifPresent(found -> found.heads().stream()
                .filter(head -> all.stream().noneMatch(there -> there.id().equals(head.id())))
                .forEach(all::add));
        return all;
    }

    /** Everything to whoever asks from the beginning; nothing comes after it. */
    @Override
    public Points since(String series, long from, int most) {
        Optional<Long> readings = strands.flatMap(found -> found.readings(series));
        if (readings.isEmpty()) {
            return view.since(series, from, most);
        }
        double[] none = new double[0];
        return from >= readings.get()
                ? new Points(readings.get(), none, none, none)
                : between(series, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, most);
    }

    @Override
    public Points between(String series, double fromSeconds, double toSeconds, int most) {
        return strands.filter(found -> found.readings(series).isPresent())
                .map(found -> found.between(series, fromSeconds, toSeconds, most))
                .orElseGet(() -> view.between(series, fromSeconds, toSeconds, most));
    }

    @Override
    public List<PredictedCurve> curves() {
        return view.curves();
    }

    /** Ends within 5 s. */
    @Override
    public void close() {
        isClosing = true;
        try {
            reader.join(TO_END_MILLIS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        strands.ifPresent(Strands::close);
        view.close();
    }
}
