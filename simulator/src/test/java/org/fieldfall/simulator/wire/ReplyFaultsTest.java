package org.fieldfall.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyFaultsTest {

    private static final String REPLY = "1.2345E+1\r\n";

    private long now;
    private int struck;
    private final ReplyFaults faults = new ReplyFaults(() -> now, new SplittableRandom(5));

    @Test
    void letsRepliesPassUntilOneIsToMeetWithSomething() {
        assertThat(faults.pass(REPLY)).isEqualTo(REPLY);

        faults.next(Mishap.LOST, () -> struck++);

        assertThat(faults.pass("")).isEmpty();
        assertThat(struck).isZero();
        assertThat(faults.pass(REPLY)).isEmpty();
        assertThat(struck).isEqualTo(1);
        assertThat(faults.pass(REPLY)).isEqualTo(REPLY);
    }

    @Test
    void losesAllRepliesForAWhile() {
        Runnable over = faults.all(Mishap.LOST, () -> struck++);

        assertThat(faults.pass(REPLY) + faults.pass(REPLY)).isEmpty();
        over.run();

        assertThat(faults.pass(REPLY)).isEqualTo(REPLY);
        assertThat(struck).isEqualTo(2);
    }

    @Test
    void holdsALateReplyAndThoseAfterItInTheirOrder() {
        faults.next(Mishap.LATE, () -> struck++);

        assertThat(faults.pass("late\r\n")).isEmpty();
        now = 2_000_000_000;
        assertThat(faults.pass("next\r\n")).isEmpty();
        assertThat(faults.isHolding()).isTrue();
        now = 4_300_000_000L;

        assertThat(faults.pass("")).isEqualTo("late\r\nnext\r\n");
        assertThat(faults.isHolding()).isFalse();
    }

    @Test
    void forgetsWhatIsOnItsWayWhenTheOtherEndLeaves() {
        faults.next(Mishap.LATE, () -> struck++);
        faults.pass(REPLY);

        faults.forget();
        now = 10_000_000_000L;

        assertThat(faults.pass("")).isEmpty();
    }

    @Test
    void doublesAReply() {
        faults.next(Mishap.DOUBLED, () -> struck++);

        assertThat(faults.pass(REPLY)).isEqualTo(REPLY + REPLY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void cutsAReplyBeforeItsEndOfLineAndGarblesAtLeastOneByte(long seed) {
        var seeded = new ReplyFaults(() -> now, new SplittableRandom(seed));
        seeded.next(Mishap.CUT, () -> struck++);

        String cut = seeded.pass(REPLY);
        seeded.next(Mishap.GARBLED, () -> struck++);
        String garbled = seeded.pass(REPLY);

        assertThat(REPLY).startsWith(cut);
        assertThat(cut).doesNotContain("\r", "\n");
        assertThat(garbled).hasSameSizeAs(REPLY).isNotEqualTo(REPLY).endsWith("\r\n");
        assertThat(garbled.chars().filter(letter -> letter > 127).count()).isPositive();
    }
}
