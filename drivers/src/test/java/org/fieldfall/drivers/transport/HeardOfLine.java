package org.fieldfall.drivers.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fieldfall.protocols.instrument.LineState;

/** Writes down what a line says of itself. */
final class HeardOfLine implements LineListener {

    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

    @Override
    public void changed(String who, LineState state, String why) {
        news.add(state.name().toLowerCase(Locale.ROOT) + " " + who + (why.isEmpty() ? "" : ": " + why));
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
