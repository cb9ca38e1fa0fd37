package org.fieldfall.protocols.instrument.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A heater gives the power that it says, up to its limit, and nothing once it is off. */
public abstract class SampleHeaterContract extends RoleContract {

    private static final double PULSE_SECONDS = 1;
    // Of the nearest power that an instrument can set.
    private static final double STEP = 0.02;

    protected abstract SampleHeater heater();

    /** Temperature of what is heated, by other means; it has next to no link to the bath. */
    protected abstract double trueKelvin();

    @Override
    protected final Identity identify(Duration within) {
        return heater().identify(within);
    }

    @Override
    protected final void resynchronise(Duration within) {
        heater().resynchronise(within);
    }

    @Override
    protected final Map<String, Consumer<Duration>> questions() {
        Map<String, Consumer<Duration>> questions = new LinkedHashMap<>();
        questions.put("on", within -> heater().on(0.01 * largest(), within));
        questions.put("off", within -> heater().off(within));
        return questions;
    }

    private double largest() {
        return heater().capability().largestWatts();
    }

    @AfterEach
    void switchOff() {
        heater().off(WITHIN);
    }

    @Test
    void answersThePowerThatIsNearestToTheOneAskedFor() {
        DoubleStream.of(0.01, 0.1, 0.5, 1).map(share -> share * largest()).forEach(watts -> {
            double set = heater().on(watts, WITHIN);

            assertThat(set).isCloseTo(watts, within(STEP * watts)).isLessThanOrEqualTo(largest() * (1 + 1e-9));
        });
    }

    @Test
    void heatsByThePowerThatItAnswers() {
        double small = risePerWatt(0.02 * largest());
        double large = risePerWatt(0.04 * largest());

        assertThat(small).isPositive();
        assertThat(large).isCloseTo(small, within(0.2 * small));
    }

    private double risePerWatt(double watts) {
        double before = trueKelvin();
        double set = heater().on(watts, WITHIN);
        bench().pass(PULSE_SECONDS);
        heater().off(WITHIN);
        return (trueKelvin() - before) / set;
    }

    @Test
    void heatsNoMoreOnceItIsOff() {
        double before = trueKelvin();
        var unused = heater().on(0.04 * largest(), WITHIN);
        bench().pass(PULSE_SECONDS);
        heater().off(WITHIN);
        double heated = trueKelvin();

        bench().pass(PULSE_SECONDS);

        assertThat(heated).isGreaterThan(before);
        assertThat(trueKelvin() - heated).isLessThan(0.2 * (heated - before));
    }

    @Test
    void refusesPowersBeyondItsLimitBeforeTheWire() {
        DoubleStream.of(1.01 * largest(), -largest(), 0, Double.NaN, Double.POSITIVE_INFINITY)
                .forEach(watts -> assertRefusedBeforeTheWire(() -> heater().on(watts, WITHIN)));
    }
}
