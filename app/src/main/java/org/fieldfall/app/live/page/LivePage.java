package org.fieldfall.app.live.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.fieldfall.app.config.PageConfig;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.live.view.RunView;
import org.fieldfall.app.run.RunObserver;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.run.RunEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page inside the process of a run. It is opened beside the instruments on a thread of its own; whether that goes well,
 * and whatever becomes of it later, the run goes on. The run's thread only leaves word that there is a folder.
 */
public final class LivePage implements RunObserver, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LivePage.class);
    private static final long TO_END_SECONDS = 2;

    private final OwnRun run;
    private final Follow follow;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "page");
        made.setDaemon(true);
        return made;
    });
    private volatile Optional<PageServer> server = Optional.empty();
    private Optional<Watch> watch = Optional.empty();

    /** Feeds a view until it is closed. */
    public interface Watch extends AutoCloseable {
        RunView view();

        /** The run's process is gone, with or without an end. */
        void lost();

        @Override
        void close();
    }

    /** How the run is followed once it has a folder. */
    public interface Follow {
        Watch from(Path folder);
    }

    private LivePage(OwnRun run, Follow follow) {
        this.run = run;
        this.follow = follow;
    }

    /**
     * Begins to open the page and returns.
     *
     * @param say takes the links, or why there is no page
     */
    public static LivePage begin(
            PageConfig settings,
            OwnRun run,
            Follow follow,
            Runs runs,
            Starter starter,
            Numbers numbers,
            Consumer<String> say) {
        LivePage page = new LivePage(run, follow);
        page.thread.execute(() -> page.open(settings, runs, starter, numbers, say));
        return page;
    }

    private void open(PageConfig settings, Runs runs, Starter starter, Numbers numbers, Consumer<String> say) {
        try {
            PageServer opened = PageServer.open(settings, runs, starter, numbers);
            server = Optional.of(opened);
            say.accept("page: to watch      " + opened.viewerLink());
            say.accept("page: to operate    " + opened.operatorLink());
        } catch (RuntimeException | LinkageError failed) {
            LOG.warn("page: there is none", failed);
            say.accept("page: there is none, the run goes on without: " + failed.getMessage());
        }
    }

    /** How many watch. May be asked by any thread. */
    public int viewers() {
        return server.map(PageServer::viewers).orElse(0);
    }

    @Override
    public void began(List<FieldQuenchShot> shots, RigConfig.Source source, Path folder) {
        thread.execute(() -> follow(folder));
    }

    private void follow(Path folder) {
        try {
            Watch found = follow.from(folder);
            watch = Optional.of(found);
            run.show(found.view());
        } catch (RuntimeException | LinkageError failed) {
            LOG.warn("page: the run cannot be shown", failed);
        }
    }

    @Override
    public void page(Consumer<String> told) {
        thread.execute(() -> server.map(PageServer::address).ifPresent(told));
    }

    /** What happens comes another way. */
    @Override
    public void heard(RunEvent event) {}

    /** Waits at most {@value #TO_END_SECONDS} s. */
    @Override
    public void close() {
        thread.execute(() -> {
            server.ifPresent(PageServer::close);
            watch.ifPresent(Watch::close);
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(TO_END_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("page: does not end, left behind");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
