package org.fieldfall.protocols.instrument.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.fieldfall.protocols.instrument.Excitation;
import org.fieldfall.protocols.instrument.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A source gives the level it is set to, its reverse and none, and never more than its limit. */
public abstract class ExcitationContract extends RoleContract {

    // What the other means see of it, the thermometer with its EMF and self-heating.
    private static final double TOLERANCE = 0.02;

    protected abstract Excitation excitation();

    /** The current through the sensor, by other means. */
    protected abstract double trueAmperes();

    @Override
    protected final Identity identify(Duration within) {
        return excitation().identify(within);
    }

    @Override
    protected final void resynchronise(Duration within) {
        excitation().resynchronise(within);
    }

    @Override
    protected final Map<String, Consumer<Duration>> questions() {
        Map<String, Consumer<Duration>> questions = new LinkedHashMap<>();
        questions.put("set", within -> excitation().set(0, within));
        questions.put("measureAmperes", within -> excitation().measureAmperes(within));
        return questions;
    }

    private double largest() {
        return excitation().capability().largestAmperes();
    }

    @BeforeEach
    void startWithoutCurrent() {
        excitation().set(0, WITHIN);
    }

    @Test
    void givesEveryLevelUpToItsLimitAndItsReverse() {
        double tolerance = TOLERANCE * largest();
        DoubleStream.of(0.5, -0.5, 1, -1).map(share -> share * largest()).forEach(amperes -> {
            excitation().set(amperes, WITHIN);
            bench().pass(1);

            assertThat(excitation().measureAmperes(WITHIN)).isCloseTo(amperes, within(tolerance));
            assertThat(trueAmperes()).isCloseTo(amperes, within(tolerance));
        });
    }

    @Test
    void givesNoCurrentAtZero() {
        excitation().set(0.5 * largest(), WITHIN);
        excitation().set(0, WITHIN);
        bench().pass(1);

        assertThat(excitation().measureAmperes(WITHIN)).isCloseTo(0, within(1e-3 * largest()));
        assertThat(trueAmperes()).isCloseTo(0, within(TOLERANCE * largest()));
    }

    @Test
    void refusesCurrentsBeyondItsLimitBeforeTheWire() {
        DoubleStream.of(1.01 * largest(), -1.01 * largest(), Double.NaN, Double.NEGATIVE_INFINITY)
                .forEach(
                        amperes -> assertRefusedBeforeTheWire(() -> excitation().set(amperes, WITHIN)));

        assertThat(excitation().measureAmperes(WITHIN)).isCloseTo(0, within(1e-3 * largest()));
    }
}
