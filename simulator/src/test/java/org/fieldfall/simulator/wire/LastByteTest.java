package org.fieldfall.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastByteTest {

    private final List<String> heard = new ArrayList<>();
    private final LastByte framing = new LastByte(new Ear(heard));

    @Test
    void hearsTheLastByteOfABurstAlone() {
        framing.feed(new byte[] {'o', 'c'}, 0, 2);
        framing.feed(new byte[] {'v', '\n', (byte) 0xE9}, 0, 3);
        framing.pause();
        framing.pause();
        framing.feed(new byte[] {'x', 'y'}, 0, 1);
        framing.pause();

        assertThat(heard).containsExactly("é", "x");
    }

    @Test
    void forgetsABurstThatWasCutOff() {
        framing.feed(new byte[] {'o'}, 0, 1);
        framing.clear();
        framing.pause();

        assertThat(heard).isEmpty();
    }
}
