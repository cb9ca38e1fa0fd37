package org.fieldfall.protocols.instrument.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyCapability;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supply runs a loaded program once and by itself, stays on its last point, and keeps to its limits and its current. */
public abstract class FieldSupplyContract extends RoleContract {

    private static final double DWELL = 0.02;
    // Noise, steps and the spread of a coil constant.
    private static final double NEAR = 3e-3;

    protected abstract FieldSupply supply();

    /** The field, by other means. */
    protected abstract double trueTesla();

    @Override
    protected final Identity identify(Duration within) {
        return supply().identify(within);
    }

    @Override
    protected final void resynchronise(Duration within) {
        supply().resynchronise(within);
    }

    @Override
    protected final Map<String, Consumer<Duration>> questions() {
        Map<String, Consumer<Duration>> questions = new LinkedHashMap<>();
        questions.put("prepare", within -> supply().prepare(within));
        questions.put("load", within -> supply().load(RampProgram.of(new double[] {0.01}, DWELL), within));
        questions.put("status", within -> supply().status(within));
        questions.put("measureField", within -> supply().measureField(within));
        return questions;
    }

    private SupplyCapability capability() {
        return supply().capability();
    }

    private double measuredTesla() {
        return supply().measureField(WITHIN).tesla();
    }

    private RampProgram rampTo(double tesla) {
        return RampProgram.linear(measuredTesla(), tesla, 0.5 * capability().largestTeslaPerSecond(), DWELL);
    }

    private void goTo(double tesla) {
        RampProgram ramp = rampTo(tesla);
        supply().load(ramp, WITHIN);
        supply().start(WITHIN);
        var unused = supply().status(WITHIN);
        bench().pass(ramp.durationSeconds() + 0.5);
    }

    private void assertStaysAt(double tesla) {
        bench().pass(2);
        assertThat(supply().status(WITHIN).isRunning()).isFalse();
        assertThat(measuredTesla()).isCloseTo(tesla, within(NEAR));
        assertThat(trueTesla()).isCloseTo(tesla, within(NEAR));
    }

    @BeforeEach
    void startAtZeroWithTheOutputOn() {
        if (!supply().status(WITHIN).isOutputOn()) {
            supply().prepare(WITHIN);
        }
        if (!(Math.abs(measuredTesla()) < NEAR)) {
            goTo(0);
        }
    }

    @Test
    void makesReadyWithoutMovingTheField() {
        goTo(0.2);

        supply().prepare(WITHIN);

        assertThat(supply().status(WITHIN).isOutputOn()).isTrue();
        assertStaysAt(0.2);
    }

    @Test
    void startsNothingByLoading() {
        supply().load(rampTo(0.2), WITHIN);

        assertStaysAt(0);
    }

    @Test
    void runsAProgramByItselfAndStaysOnItsLastPoint() {
        supply().load(RampProgram.linear(0, 0.4, 0.2, 0.1), WITHIN);
        supply().start(WITHIN);
        assertThat(supply().status(WITHIN).isRunning()).isTrue();

        bench().pass(1);
        assertThat(supply().status(WITHIN).isRunning()).isTrue();
        assertThat(trueTesla()).isBetween(0.15, 0.35);

        bench().pass(1.2);
        assertStaysAt(0.4);
        assertThat(supply().status(WITHIN).isComplianceLimited()).isFalse();
    }

    @Test
    void measuresTheFieldItMakesOnEitherSideOfZero() {
        goTo(0.4);
        FieldReading up = supply().measureField(WITHIN);
        assertThat(up.tesla()).isCloseTo(0.4, within(NEAR)).isCloseTo(trueTesla(), within(NEAR));

        goTo(-0.2);
        FieldReading down = supply().measureField(WITHIN);
        assertThat(down.tesla()).isCloseTo(-0.2, within(NEAR)).isCloseTo(trueTesla(), within(NEAR));
        double teslaPerAmpere = up.tesla() / up.amperes();
        assertThat(down.tesla() / down.amperes()).isCloseTo(teslaPerAmpere, within(1e-6 * teslaPerAmpere));
    }

    @Test
    void refusesFieldsBeyondItsLimitBeforeTheWire() {
        DoubleStream.of(1.001, -1.001, 100)
                .map(share -> share * capability().largestTesla())
                .forEach(tesla -> assertRefusedBeforeTheWire(
                        () -> supply().load(RampProgram.of(new double[] {tesla}, 1), WITHIN)));
    }

    @Test
    void loadsAProgramToItsVeryLimit() {
        double largest = capability().largestTesla();

        supply().load(RampProgram.linear(0, largest, 1, 0.1), WITHIN);
        supply().load(RampProgram.linear(0, -largest, 1, 0.1), WITHIN);

        assertStaysAt(0);
    }

    @Test
    void refusesRatesBeyondItsLimitBeforeTheWire() {
        double step = 1.05 * capability().largestTeslaPerSecond() * DWELL;

        assertRefusedBeforeTheWire(() -> supply().load(RampProgram.of(new double[] {0, step}, DWELL), WITHIN));
        assertRefusedBeforeTheWire(() -> supply().load(RampProgram.of(new double[] {0, -step}, DWELL), WITHIN));
    }

    @Test
    void refusesAFirstStepThatIsTooSteepFromThePresentField() {
        double step = 1.2 * capability().largestTeslaPerSecond() * DWELL;
        goTo(0.1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> supply().load(RampProgram.of(new double[] {0.1 + step}, DWELL), WITHIN));

        assertStaysAt(0.1);
    }

    @Test
    void refusesDwellsAndLengthsThatItsMemoryCannotHoldBeforeTheWire() {
        double[] tooMany = new double[capability().mostPoints() + 1];
        Stream.of(
                        RampProgram.of(new double[] {0}, 0.5 * capability().shortestDwellSeconds()),
                        RampProgram.of(new double[] {0}, 1.1 * capability().longestDwellSeconds()),
                        RampProgram.of(tooMany, 0.1))
                .forEach(program -> assertRefusedBeforeTheWire(() -> supply().load(program, WITHIN)));
    }

    @Test
    void startsAProgramOnlyOnce() {
        goTo(0.1);

        assertThatIllegalStateException().isThrownBy(() -> supply().start(WITHIN));

        assertStaysAt(0.1);
    }

    @Test
    void startsNoOlderProgramInPlaceOfARefusedOne() {
        supply().load(rampTo(0.2), WITHIN);
        double beyond = 2 * capability().largestTesla();
        assertRefusedBeforeTheWire(() -> supply().load(RampProgram.of(new double[] {beyond}, 1), WITHIN));

        assertThatIllegalStateException().isThrownBy(() -> supply().start(WITHIN));

        assertStaysAt(0);
    }

    /** At the end of the line there may be the same box after a reset, with another program in it or none. */
    @Test
    void startsNoProgramFromBeforeALoss() {
        supply().load(rampTo(0.2), WITHIN);
        loseTheLineForAWhile();

        assertThatThrownBy(() -> supply().start(WITHIN))
                .isInstanceOfAny(IllegalStateException.class, LineLostException.class);

        assertStaysAt(0);
    }

    @Test
    void refusesToSwitchOffAboveTheFieldThatItIsGiven() {
        goTo(0.2);

        assertThatExceptionOfType(InstrumentFaultException.class).isThrownBy(() -> supply().outputOff(0.1, WITHIN));

        assertThat(supply().status(WITHIN).isOutputOn()).isTrue();
        assertStaysAt(0.2);
    }

    @Test
    void switchesOffAtZeroAndOnAgain() {
        supply().outputOff(0.005, WITHIN);
        assertThat(supply().status(WITHIN).isOutputOn()).isFalse();

        supply().prepare(WITHIN);

        assertThat(supply().status(WITHIN).isOutputOn()).isTrue();
        assertStaysAt(0);
    }
}
