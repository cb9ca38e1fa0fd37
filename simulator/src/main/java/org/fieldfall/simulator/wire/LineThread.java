package org.fieldfall.simulator.wire;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The daemon thread of one pretended line, with an end that is asked for. */
final class LineThread {

    private static final Logger LOG = LoggerFactory.getLogger(LineThread.class);
    private static final long END_MILLIS = 800;

    private final Thread thread;
    private volatile boolean open = true;

    LineThread(String name, Work work) {
        this.thread = new Thread(() -> run(name, work), "simulator-" + name);
        thread.setDaemon(true);
    }

    /** What a line does until it is closed. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    void start() {
        thread.start();
    }

    boolean isOpen() {
        return open;
    }

    /** Asks the thread to end and waits for that, no longer than a second; says whether it has. */
    boolean end() {
        open = false;
        thread.interrupt();
        try {
            TimeUnit.MILLISECONDS.timedJoin(thread, END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private void run(String name, Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            if (open) {
                LOG.error("pretended line {} ended: {}", name, e.getMessage(), e);
            }
        }
    }
}
