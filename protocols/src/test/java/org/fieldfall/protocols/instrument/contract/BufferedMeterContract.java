package org.fieldfall.protocols.instrument.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.fieldfall.protocols.instrument.BufferedMeter;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.instrument.Sampling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A meter fills its memory on its own clock, and draining it neither waits nor loses nor doubles a reading. */
public abstract class BufferedMeterContract extends RoleContract {

    /** Over mains noise, far above any meter's shortest. */
    protected static final double APERTURE = 0.02;

    private static final double INTERVAL = 0.05;
    private static final int READINGS = 400;
    private static final Sampling SAMPLING = new Sampling(INTERVAL, APERTURE, READINGS);
    private static final double CLOCK_ERROR = 1e-3;

    protected abstract BufferedMeter meter();

    /** An edge on the shared trigger line. */
    protected abstract void edge();

    @Override
    protected final Identity identify(Duration within) {
        return meter().identify(within);
    }

    @Override
    protected final void resynchronise(Duration within) {
        meter().resynchronise(within);
    }

    @Override
    protected final Map<String, Consumer<Duration>> questions() {
        Map<String, Consumer<Duration>> questions = new LinkedHashMap<>();
        questions.put("readOnce", within -> meter().readOnce(APERTURE, within));
        questions.put("configure", within -> meter().configure(SAMPLING, within));
        return questions;
    }

    @AfterEach
    void stopIt() {
        meter().stop(WITHIN);
    }

    private void begin(Sampling sampling) {
        meter().configure(sampling, WITHIN);
        meter().start(WITHIN);
    }

    @Test
    void readsOneFiniteValueAtATimeInVoltsOrOhms() {
        assertThat(meter().readOnce(APERTURE, WITHIN)).isFinite();
        assertThat(meter().readOnce(APERTURE, WITHIN)).isFinite();
        assertThat(meter().capability().rawUnit()).isIn("V", "Ohm");
    }

    @Test
    void givesEachReadingOnceInOrderOnItsOwnClock() {
        meter().configure(SAMPLING, WITHIN);
        double beforeStart = bench().seconds();
        meter().start(WITHIN);
        double afterStart = bench().seconds();

        long taken = 0;
        for (double wait : new double[] {0.5, 0, 0, 7, 0.03, 3.3, 0, 5, 5, 0, 1}) {
            bench().pass(wait);
            double beforeDrain = bench().seconds();
            SampleBlock block = meter().drain(WITHIN);
            double afterDrain = bench().seconds();

            assertThat(block.firstIndex()).isEqualTo(taken);
            assertThat(block.intervalSeconds()).isEqualTo(INTERVAL);
            taken += block.size();
            assertThat((double) taken)
                    .isGreaterThanOrEqualTo(Math.min(READINGS, readings(beforeDrain - afterStart) - 1))
                    .isLessThanOrEqualTo(Math.min(READINGS, readings(afterDrain - beforeStart) + 2));
        }
        assertThat(taken).isEqualTo(READINGS);
    }

    private static double readings(double seconds) {
        return Math.floor(seconds / INTERVAL * (1 - Math.copySign(CLOCK_ERROR, seconds)));
    }

    @Test
    void drainsNothingRatherThanWait() {
        begin(new Sampling(500, APERTURE, 3));
        bench().pass(1);
        int first = meter().drain(WITHIN).size();
        long asked = bench().nanos();

        SampleBlock block = meter().drain(WITHIN);

        assertThat(since(asked)).isLessThan(Duration.ofSeconds(1));
        assertThat(first).isEqualTo(1);
        assertThat(block.size()).isZero();
        assertThat(block.firstIndex()).isEqualTo(first);
    }

    @Test
    void countsAnewWithEachStart() {
        begin(SAMPLING);
        bench().pass(2);
        assertThat(meter().drain(WITHIN).size()).isPositive();
        meter().stop(WITHIN);

        meter().start(WITHIN);
        bench().pass(1);

        SampleBlock block = meter().drain(WITHIN);
        assertThat(block.firstIndex()).isZero();
        assertThat((double) block.size()).isBetween(readings(1) - 1, readings(1) + 20);
    }

    @Test
    void hasNothingToDrainUnlessItWasStarted() {
        meter().configure(SAMPLING, WITHIN);
        assertThatExceptionOfType(InstrumentFaultException.class).isThrownBy(() -> meter().drain(WITHIN));

        meter().start(WITHIN);
        meter().stop(WITHIN);
        meter().stop(WITHIN);

        assertThatExceptionOfType(InstrumentFaultException.class).isThrownBy(() -> meter().drain(WITHIN));
    }

    @Test
    void startsOnlyWhatIsConfigured() {
        meter().configure(SAMPLING, WITHIN);
        assertThat(meter().readOnce(APERTURE, WITHIN)).isFinite();

        assertThatIllegalStateException().isThrownBy(() -> meter().start(WITHIN));
    }

    @Test
    void endsAnAcquisitionOfWhichReadingsWereLost() {
        begin(SAMPLING);
        bench().pass(1);
        assertUnanswered(within -> meter().drain(within));
        resynchronise(WITHIN);

        assertThatExceptionOfType(InstrumentFaultException.class).isThrownBy(() -> meter().drain(WITHIN));

        begin(SAMPLING);
        bench().pass(1);
        assertThat(meter().drain(WITHIN).firstIndex()).isZero();
    }

    @Test
    void takesUpNoAcquisitionFromBeforeALoss() {
        begin(SAMPLING);
        loseTheLineForAWhile();

        assertThatExceptionOfType(InstrumentFaultException.class).isThrownBy(() -> meter().drain(WITHIN));

        begin(SAMPLING);
        bench().pass(1);
        assertThat(meter().drain(WITHIN).size()).isPositive();
    }

    @Test
    void refusesAperturesBelowItsShortestBeforeTheWire() {
        double tooShort = 0.5 * meter().capability().shortestIntervalSeconds();
        DoubleStream.of(tooShort, 0, Double.NaN)
                .forEach(aperture -> assertRefusedBeforeTheWire(() -> meter().readOnce(aperture, WITHIN)));

        assertRefusedBeforeTheWire(() -> meter().configure(new Sampling(tooShort, tooShort, 10), WITHIN));
    }

    @Test
    void waitsForTheTriggerLineWhereItIsAskedTo() {
        begin(new Sampling(INTERVAL, APERTURE, READINGS, true));
        bench().pass(5);
        assertThat(meter().drain(WITHIN).size()).isZero();

        edge();
        bench().pass(1);

        SampleBlock block = meter().drain(WITHIN);
        assertThat(block.firstIndex()).isZero();
        assertThat((double) block.size()).isBetween(readings(1) - 1, readings(1) + 40);
    }

    @Test
    void readsTheSameOneByOneAndFromItsMemory() {
        double one = meter().readOnce(APERTURE, WITHIN);
        begin(new Sampling(INTERVAL, APERTURE, 20));
        bench().pass(2);

        double[] many = meter().drain(WITHIN).raw();

        assertThat(many).hasSize(20);
        assertThat(DoubleStream.of(many).average().orElseThrow()).isCloseTo(one, within(tolerance()));
    }

    /** How far two readings of the same may be apart, in the raw unit. */
    protected abstract double tolerance();
}
