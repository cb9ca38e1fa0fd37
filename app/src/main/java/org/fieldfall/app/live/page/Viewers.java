package org.fieldfall.app.live.page;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fieldfall.app.live.view.RunView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All who watch, and the one thread that serves them in turn; it never waits for one of them. Safe to share. */
final class Viewers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Viewers.class);
    static final int MOST = 64;
    private static final long PAUSE_MILLIS = 4;
    private static final long IDLE_MILLIS = 100;
    private static final long TO_END_MILLIS = 1000;

    private final Map<Object, Viewer> all = new ConcurrentHashMap<>();
    private final Thread pump = new Thread(this::pump, "page pump");
    private volatile boolean isClosing;

    Viewers() {
        pump.setDaemon(true);
        pump.start();
    }

    /** @return false if there are too many */
    boolean add(Object key, RunView view, Line line) {
        if (all.size() >= MOST) {
            return false;
        }
        all.put(key, new Viewer(view, line, System.nanoTime()));
        return true;
    }

    void ask(Object key, Viewer.Ask asked) {
        Viewer viewer = all.get(key);
        if (viewer != null) {
            viewer.ask(asked);
        }
    }

    void remove(Object key) {
        all.remove(key);
    }

    int size() {
        return all.size();
    }

    private void pump() {
        try {
            while (!isClosing) {
                all.forEach(this::turn);
                Thread.sleep(all.isEmpty() ? IDLE_MILLIS : PAUSE_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn(Object key, Viewer viewer) {
        try {
            if (!viewer.turn(System.nanoTime())) {
                all.remove(key);
            }
        } catch (RuntimeException unforeseen) {
            LOG.warn("page: a viewer is given up", unforeseen);
            all.remove(key);
        }
    }

    @Override
    public void close() {
        isClosing = true;
        pump.interrupt();
        try {
            pump.join(TO_END_MILLIS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
