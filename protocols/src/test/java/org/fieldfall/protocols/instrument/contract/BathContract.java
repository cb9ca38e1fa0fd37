package org.fieldfall.protocols.instrument.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bath reads back its setpoint, keeps to its limits, and measures what is rather than what shall be. */
public abstract class BathContract extends RoleContract {

    private static final double START = 4.2;
    private static final double READBACK = 1e-3;
    // Wandering and accuracy of a bath that has arrived.
    private static final double NEAR = 0.03;
    private static final double LONG_SECONDS = 600;

    protected abstract Bath bath();

    /** The temperature at the link's end, by other means. */
    protected abstract double trueKelvin();

    @Override
    protected final Identity identify(Duration within) {
        return bath().identify(within);
    }

    @Override
    protected final void resynchronise(Duration within) {
        bath().resynchronise(within);
    }

    @Override
    protected final Map<String, Consumer<Duration>> questions() {
        Map<String, Consumer<Duration>> questions = new LinkedHashMap<>();
        questions.put("measureKelvin", within -> bath().measureKelvin(within));
        questions.put("measureSetpoint", within -> bath().measureSetpoint(within));
        questions.put("setSetpoint", within -> bath().setSetpoint(START, within));
        return questions;
    }

    @BeforeEach
    void startWhereItIsCold() {
        bath().setSetpoint(START, WITHIN);
        if (!(Math.abs(bath().measureKelvin(WITHIN) - START) < NEAR)) {
            bench().pass(LONG_SECONDS);
        }
    }

    @Test
    void readsBackEverySetpointUpToItsLimits() {
        double lowest = bath().capability().lowestKelvin();
        double highest = bath().capability().highestKelvin();

        DoubleStream.of(lowest, START, 5.4321, highest).forEach(kelvin -> {
            bath().setSetpoint(kelvin, WITHIN);
            assertThat(bath().measureSetpoint(WITHIN)).isCloseTo(kelvin, within(READBACK));
        });
    }

    @Test
    void refusesSetpointsBeyondItsLimitsBeforeTheWire() {
        double lowest = bath().capability().lowestKelvin();
        double highest = bath().capability().highestKelvin();

        DoubleStream.of(0.99 * lowest, 1.01 * highest, -START, Double.NaN, Double.POSITIVE_INFINITY)
                .forEach(kelvin -> assertRefusedBeforeTheWire(() -> bath().setSetpoint(kelvin, WITHIN)));

        assertThat(bath().measureSetpoint(WITHIN)).isCloseTo(START, within(READBACK));
    }

    @Test
    void measuresWhatIsAndNotWhatShallBe() {
        bath().setSetpoint(START + 1, WITHIN);

        assertThat(bath().measureKelvin(WITHIN)).isCloseTo(START, within(0.3));
    }

    @Test
    void goesToItsSetpointAndMeasuresThatItIsThere() {
        bath().setSetpoint(START + 1, WITHIN);
        bench().pass(LONG_SECONDS);

        assertThat(bath().measureKelvin(WITHIN)).isCloseTo(START + 1, within(NEAR));
        assertThat(trueKelvin()).isCloseTo(START + 1, within(NEAR));
    }
}
