package org.fieldfall.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenGateTest {

    private long nanos = 5;
    private final TokenGate gate = new TokenGate(new Token("right"), () -> nanos);

    @Test
    void looksAtTenGuessesAndThenAtOneASecond() {
        for (int i = 0; i < 10; i++) {
            assertThat(gate.show("a", "guess " + i)).isEqualTo(TokenGate.Verdict.WRONG);
        }
        assertThat(gate.show("b", "right")).isEqualTo(TokenGate.Verdict.TOO_MANY);

        nanos += 1_100_000_000L;

        assertThat(gate.show("b", "right")).isEqualTo(TokenGate.Verdict.FITS);
        assertThat(gate.show("a", "guess")).isEqualTo(TokenGate.Verdict.WRONG);
        assertThat(gate.show("a", "guess")).isEqualTo(TokenGate.Verdict.TOO_MANY);
    }

    @Test
    void letsWhoeverKnowsItThroughAFlood() {
        assertThat(gate.show("operator", "right")).isEqualTo(TokenGate.Verdict.FITS);
        for (int i = 0; i < 1000; i++) {
            assertThat(gate.show("peer " + i, "guess")).isNotEqualTo(TokenGate.Verdict.FITS);
        }

        assertThat(gate.show("operator", "right")).isEqualTo(TokenGate.Verdict.FITS);
    }

    @Test
    void forgetsWhoGuessesAfterwards() {
        gate.show("a", "right");
        for (int i = 0; i < 11; i++) {
            gate.show("a", "guess");
        }

        assertThat(gate.show("a", "right")).isEqualTo(TokenGate.Verdict.TOO_MANY);
    }
}
