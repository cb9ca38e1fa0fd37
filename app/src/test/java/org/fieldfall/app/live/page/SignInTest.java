package org.fieldfall.app.live.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.fieldfall.app.live.Token;
import org.junit.jupiter.api.Test;

final class SignInTest {

    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now;

    @Test
    void slowsOneAddressDownAndLeavesTheOthersAlone() {
        Attempts attempts = new Attempts(clock);

        for (int i = 0; i < Attempts.OF_ONE; i++) {
            assertThat(attempts.allow("10.0.0.1")).isTrue();
        }

        assertThat(attempts.allow("10.0.0.1")).isFalse();
        assertThat(attempts.allow("10.0.0.2")).isTrue();
        now = now.plusSeconds(7);
        assertThat(attempts.allow("10.0.0.1")).isTrue();
        assertThat(attempts.allow("10.0.0.1")).isFalse();
    }

    @Test
    void slowsAllDownWhenAThousandAddressesTryAndRemembersNoMore() {
        Attempts attempts = new Attempts(clock);

        long allowed = 0;
        for (int i = 0; i < 5000; i++) {
            allowed += attempts.allow("10.0." + i / 250 + "." + i % 250) ? 1 : 0;
        }

        assertThat(allowed).isEqualTo(Attempts.OF_ALL);
        assertThat(attempts.remembered()).isLessThanOrEqualTo(1024);
    }

    @Test
    void forgetsASessionAfterTwelveHoursAndTheOldestOfTooMany() {
        Sessions sessions = new Sessions(clock);
        String first = sessions.begin(Role.OPERATOR, "Anna");

        assertThat(sessions.guest(first, "a")).map(Guest::who).contains("Anna");
        now = now.plus(Duration.ofHours(12));
        assertThat(sessions.guest(first, "a")).isEmpty();

        for (int i = 0; i < 1000; i++) {
            sessions.begin(Role.VIEWER, "");
        }
        assertThat(sessions.size()).isLessThanOrEqualTo(256);
    }

    @Test
    void tellsTheTokensApartAndTakesNoOther() {
        Tokens tokens = new Tokens(new Token("view"), new Token("act"));

        assertThat(tokens.role("view")).contains(Role.VIEWER);
        assertThat(tokens.role("act")).contains(Role.OPERATOR);
        assertThat(tokens.role("")).isEmpty();
        assertThat(tokens.role("viewact")).isEmpty();
    }
}
