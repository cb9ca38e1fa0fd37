package org.fieldfall.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DropOldestTest {

    @Test
    void dropsTheOldestAndCountsIt() throws Exception {
        var queue = new DropOldest<Integer>(2);
        queue.put(1);
        queue.put(2);
        queue.put(3);

        assertThat(queue.dropped()).isEqualTo(1);
        assertThat(queue.depth()).isEqualTo(2);
        assertThat(queue.take(0)).contains(2);
        assertThat(queue.take(0)).contains(3);
        assertThat(queue.take(0)).isEmpty();
    }
}
