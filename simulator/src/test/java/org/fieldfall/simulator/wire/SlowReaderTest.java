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

    private void at(long nanos, String line) {
        wall.set(nanos);
        reader.hear(line);
    }
}
