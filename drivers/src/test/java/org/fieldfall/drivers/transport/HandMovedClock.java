package org.fieldfall.drivers.transport;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Wire time that only moves when somebody waits for it, or a test moves it. */
public final class HandMovedClock implements WireClock {

    private final AtomicLong nanos = new AtomicLong(1_000_000_000);

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void pause(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
