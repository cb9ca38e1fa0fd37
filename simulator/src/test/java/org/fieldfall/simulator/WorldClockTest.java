package org.fieldfall.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorldClockTest {

    private final AtomicLong wall = new AtomicLong(-5_000_000_000L);
    private final WorldClock clock = new WorldClock(wall::get);

    @Test
    void runsAsFastAsItIsToldAndNeverBack() {
        pass(2);
        clock.speed(50);
        pass(3);
        assertThat(clock.seconds()).isCloseTo(152, within(1e-9));

        clock.leapTo(1000);
        clock.leapTo(10);
        clock.speed(0);
        pass(100);

        assertThat(clock.seconds()).isCloseTo(1000, within(1e-9));
    }

    @Test
    void standsAtItsLimitAndDoesNotMakeUpForItAfterwards() {
        clock.speed(50);
        clock.noFurtherThan(10);
        pass(3);
        assertThat(clock.seconds()).isCloseTo(10, within(1e-9));

        clock.noFurtherThan(Double.POSITIVE_INFINITY);
        pass(1);

        assertThat(clock.seconds()).isCloseTo(60, within(1e-9));
    }

    @Test
    void doesNotWaitForWhatIsPast() throws InterruptedException {
        pass(2);

        assertThat(clock.waitUntil(1.5, Duration.ZERO)).isTrue();
        assertThat(clock.waitUntil(2.5, Duration.ZERO)).isFalse();
    }

    private void pass(int seconds) {
        wall.addAndGet(seconds * 1_000_000_000L);
    }
}
