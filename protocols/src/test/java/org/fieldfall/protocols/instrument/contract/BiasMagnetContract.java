package org.fieldfall.protocols.instrument.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.fieldfall.protocols.instrument.BiasMagnet;
import org.fieldfall.protocols.instrument.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bias magnet goes where it is told at its own rate, never beyond its limit, and says what it is doing. */
public abstract class BiasMagnetContract extends RoleContract {

    /** What a slow supply takes to start and to settle. */
    private static final double SPARE_SECONDS = 5;

    private static final double TOLERANCE = 0.01;

    protected abstract BiasMagnet magnet();

    /** Its field, by other means. */
    protected abstract double trueTesla();

    @Override
    protected final Identity identify(Duration within) {
        return magnet().identify(within);
    }

    @Override
    protected final void resynchronise(Duration within) {
        magnet().resynchronise(within);
    }

    @Override
    protected final Map<String, Consumer<Duration>> questions() {
        Map<String, Consumer<Duration>> questions = new LinkedHashMap<>();
        questions.put("rampTo", within -> magnet().rampTo(0, within));
        questions.put("state", within -> magnet().state(within));
        questions.put("measureTesla", within -> magnet().measureTesla(within));
        return questions;
    }

    private double largest() {
        return magnet().capability().largestTesla();
    }

    private double tolerance() {
        return TOLERANCE * largest();
    }

    @BeforeEach
    void startWithoutField() {
        goTo(0);
    }

    private void goTo(double tesla) {
        double from = magnet().measureTesla(WITHIN);
        magnet().rampTo(tesla, WITHIN);
        bench().pass(magnet().capability().seconds(from, tesla) + SPARE_SECONDS);
    }

    @Test
    void goesToEveryFieldUpToItsLimitEitherWayAndRests() {
        DoubleStream.of(1, -0.5, 0.3).map(share -> share * largest()).forEach(tesla -> {
            goTo(tesla);

            assertThat(magnet().state(WITHIN)).isEqualTo(BiasMagnet.State.RESTING);
            assertThat(magnet().measureTesla(WITHIN)).isCloseTo(tesla, within(tolerance()));
            assertThat(trueTesla()).isCloseTo(tesla, within(tolerance()));
        });
    }

    @Test
    void isOnItsWayNoFasterThanItsRate() {
        double seconds = magnet().capability().seconds(0, largest());
        magnet().rampTo(largest(), WITHIN);
        bench().pass(0.5 * seconds);

        assertThat(magnet().state(WITHIN)).isEqualTo(BiasMagnet.State.RAMPING);
        assertThat(magnet().measureTesla(WITHIN)).isBetween(0.4 * largest(), 0.7 * largest());
    }

    @Test
    void turnsRoundOnItsWay() {
        magnet().rampTo(largest(), WITHIN);
        bench().pass(0.3 * magnet().capability().seconds(0, largest()));

        goTo(0);

        assertThat(trueTesla()).isCloseTo(0, within(tolerance()));
    }

    @Test
    void refusesFieldsBeyondItsLimitBeforeTheWire() {
        DoubleStream.of(1.01 * largest(), -1.01 * largest(), Double.NaN, Double.POSITIVE_INFINITY)
                .forEach(tesla -> assertRefusedBeforeTheWire(() -> magnet().rampTo(tesla, WITHIN)));

        assertThat(magnet().measureTesla(WITHIN)).isCloseTo(0, within(tolerance()));
    }
}
