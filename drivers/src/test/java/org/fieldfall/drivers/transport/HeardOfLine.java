package org.fieldfall.drivers.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Writes down what a line says of itself. */
final class HeardOfLine implements LineListener {

    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

    @Override
    public void lost(String who, String why) {
        news.add("lost " + who + ": " + why);
    }

    @Override
    public void back(String who) {
        news.add("back " + who);
    }

    String next() throws InterruptedException {
        String next = news.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("news of the line within 10 s").isNotNull();
        return next;
    }

    boolean isSilent() {
        return news.isEmpty();
    }
}
