package org.fieldfall.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlowReaderTest {

    private final List<String> heard = new ArrayList<>();
    private final AtomicLong wall = new AtomicLong();
    private final SlowReader reader = new SlowReader(new Ear(heard), wall::get, 50);

    @Test
    void losesWhatComesTooSoonAfterTheLastItTook() {
        at(0, "a");
        at(49, "b");
        at(50, "c");
        at(99, "d");
        at(100, "e");

        assertThat(heard).containsExactly("a", "c", "e");
    }

    @Test
    void losesNothingThatKeepsItsDistance() {
        for (int i = 0; i < 40; i++) {
            at(50L * i, "x");
        }

        assertThat(heard).hasSize(40);
    }

    @Test
    void doesNotHoldItsOwnLatenessAgainstTheOtherEnd() {
        look(0);
        look(5);
        // Sent at 6, heard when this end got round to it; the next one kept its distance and is heard at once.
        hears(36, "late");
        look(36);
        look(41);
        hears(56, "in time");

        assertThat(heard).containsExactly("late", "in time");
    }

    @Test
    void losesWhatWasTooSoonEvenIfTheFirstWaitedSinceTheLookBefore() {
        look(0);
        look(5);
        hears(36, "late");
        look(36);
        hears(49, "too soon");

        assertThat(heard).containsExactly("late");
    }

    /** A line that is heard the moment it comes. */
    private void at(long nanos, String line) {
        look(nanos);
        look(nanos);
        hears(nanos, line);
    }

    private void look(long nanos) {
        wall.set(nanos);
        assertThat(reader.isBusy()).isFalse();
    }

    private void hears(long nanos, String line) {
        wall.set(nanos);
        reader.hear(line);
    }
}
