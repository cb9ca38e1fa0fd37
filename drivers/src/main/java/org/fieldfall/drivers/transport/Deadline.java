package org.fieldfall.drivers.transport;

import java.time.Duration;

/** The moment by which something on the wire must be over. Safe to share between threads. */
public final class Deadline {

    private final WireClock clock;
    private final long dueNanos;

    private Deadline(WireClock clock, long dueNanos) {
        this.clock = clock;
        this.dueNanos = dueNanos;
    }

    public static Deadline in(Duration time, WireClock clock) {
        return new Deadline(clock, clock.nanos() + time.toNanos());
    }

    /** The time left; zero once it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, dueNanos - clock.nanos()));
    }

    public boolean hasPassed() {
        return dueNanos - clock.nanos() <= 0;
    }

    /** This deadline or {@code time} from now, whichever comes first. */
    public Deadline atMost(Duration time) {
        long other = clock.nanos() + time.toNanos();
        return other - dueNanos < 0 ? new Deadline(clock, other) : this;
    }
}
