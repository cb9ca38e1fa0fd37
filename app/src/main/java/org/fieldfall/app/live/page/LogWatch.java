package org.fieldfall.app.live.page;

import java.nio.file.Path;
import org.fieldfall.app.live.view.LiveView;
import org.fieldfall.app.store.LogFollower;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.RunEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a run of another process by its record, which is complete and on the disk within 100 ms whether or not the run is
 * published; tells its events on a thread of its own.
 */
public final class LogWatch implements LivePage.Watch {

    private static final Logger LOG = LoggerFactory.getLogger(LogWatch.class);
    private static final long PAUSE_MILLIS = 20;
    private static final long TO_END_MILLIS = 1000;

    private final LiveView view;
    private final LogFollower log;
    private final Thread thread;
    private volatile boolean isOver;

    private LogWatch(Path folder) {
        this.view = LiveView.of(folder);
        this.log = LogFollower.of(folder.resolve("run.log"));
        this.thread = new Thread(this::follow, "page log watch");
        this.thread.setDaemon(true);
    }

    /** @throws StoreException if manifest or log are not there */
    public static LogWatch of(Path folder) {
        LogWatch watch = new LogWatch(folder);
        watch.thread.start();
        return watch;
    }

    @Override
    public LiveView view() {
        return view;
    }

    private void follow() {
        try (log) {
            while (!isOver) {
                log.poll(entry -> hear(entry.event()));
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreadable) {
            LOG.warn("page: a run is not followed any further", unreadable);
        }
    }

    private void hear(RunEvent event) {
        view.heard(event);
        if (event instanceof RunEnded) {
            isOver = true;
        }
    }

    @Override
    public void lost() {
        view.lost();
    }

    @Override
    public void close() {
        isOver = true;
        try {
            // Reading is not interrupted: an interrupt closes its channel.
            thread.join(TO_END_MILLIS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        view.close();
    }
}
