package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.PhaseFailedException;
import org.fieldfall.protocols.sequence.SlowRamp;
import org.junit.jupiter.api.Test;

/** What must hold before a phase and after it. */
class PhaseTestsTest {

    private final Bench bench = new Bench();
    private final ShotContext context = bench.context();
    private final SpinTrack track = new SpinTrack(context);
    private final Acquisition acquisition = new Acquisition(context, 0);
    private int sent;

    private void rampTo(double tesla) throws InterruptedException {
        SlowRamp.perform(
                bench.supply,
                SlowRamp.programs(bench.supply.tesla(), tesla, 0.5, bench.supply.capability()),
                bench.conduct,
                Bench.WITHIN);
    }

    private void atTheInitialField() throws InterruptedException {
        bench.supply.prepare(Bench.WITHIN);
        rampTo(1);
    }

    /** A reading each millisecond since the first call, some of which may be kept back or spoilt. */
    private void readings(int keptBack, boolean isSpoilt) {
        double start = bench.clock.seconds();
        when(bench.thermometer.drain(any())).thenAnswer(asked -> {
            int in = Math.max(sent, (int) (1000 * (bench.clock.seconds() - start)) - keptBack);
            double[] raw = new double[in - sent];
            if (isSpoilt && raw.length > 0) {
                raw[0] = Double.NaN;
            }
            SampleBlock block = new SampleBlock(sent, 0.001, raw);
            sent = in;
            return block;
        });
    }

    @Test
    void loadsOnlyAtTheInitialFieldWithTheOutputOn() throws Exception {
        Load load = new Load(context);

        assertThatExceptionOfType(PhaseFailedException.class)
                .isThrownBy(() -> load.enter(bench.conduct))
                .withMessage("load: the supply's output is off, due on with 1.0000 T");
        bench.supply.prepare(Bench.WITHIN);
        assertThatExceptionOfType(PhaseFailedException.class)
                .isThrownBy(() -> load.enter(bench.conduct))
                .withMessage("load: the supply measures 0.0000 T, due 1.0000 T within 0.0022 T");
        rampTo(1);
        load.enter(bench.conduct);
        load.perform(bench.conduct);
        assertThat(load.leave(bench.conduct).why()).endsWith("the field is still 1.0000 T");
    }

    @Test
    void waitsForNoFieldWhileAProgramStillRuns() throws Exception {
        atTheInitialField();
        bench.supply.load(context.plan().sweep(), Bench.WITHIN);
        bench.supply.start(Bench.WITHIN);

        assertThatExceptionOfType(PhaseFailedException.class)
                .isThrownBy(() -> FieldDemand.initial(context, "arm").meet(bench.conduct))
                .withMessage("arm: the supply still runs a program, due at rest at 1.0000 T");
    }

    @Test
    void partsTheCrystalOnlyFromABathThatIsThere() throws Exception {
        Bath bath = mock(Bath.class);
        when(bath.measureKelvin(any())).thenReturn(4.1);
        Bench other = new Bench().with(bath);
        other.supply.prepare(Bench.WITHIN);
        SlowRamp.perform(
                other.supply, SlowRamp.programs(0, 1, 0.5, other.supply.capability()), other.conduct, Bench.WITHIN);
        ShotContext warm = other.context();

        assertThatExceptionOfType(PhaseFailedException.class)
                .isThrownBy(() -> new Isolate(warm, new SpinTrack(warm)).enter(other.conduct))
                .withMessage(
                        "isolate: the bath reads 4.1000 K, due 4 K within 0.005 K for parting the crystal from it");
    }

    @Test
    void armsNoThermometerThatShowsNoTemperature() throws Exception {
        atTheInitialField();
        when(bench.thermometer.kelvin(anyDouble())).thenReturn(Double.NaN);

        assertThatExceptionOfType(PhaseFailedException.class)
                .isThrownBy(() -> new Arm(context, track, acquisition).enter(bench.conduct))
                .withMessage("arm: the sample thermometer shows NaN K, due a temperature from 1.5 K to 20 K");
    }

    private Outcome armed() throws Exception {
        atTheInitialField();
        Arm arm = new Arm(context, track, acquisition);
        arm.enter(bench.conduct);
        arm.perform(bench.conduct);
        return arm.leave(bench.conduct);
    }

    @Test
    void isContentWithABaselineThatIsWhole() throws Exception {
        readings(0, false);

        assertThat(armed().quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void marksABaselineWithSpoiltReadings() throws Exception {
        readings(0, true);
        when(bench.thermometer.kelvin(anyDouble())).thenReturn(4.0);

        Outcome armed = armed();

        assertThat(armed.quality()).isEqualTo(Quality.MARKED);
        assertThat(armed.why()).contains("are missing or invalid");
    }

    @Test
    void marksABaselineThatComesTooLate() throws Exception {
        readings(20_000, false);

        Outcome armed = armed();

        assertThat(armed.quality()).isEqualTo(Quality.MARKED);
        assertThat(armed.why()).contains("0 of the 4", "are missing or invalid, due were 5");
    }

    @Test
    void hasNotRecoveredBeforeTheFieldIsSafe() throws Exception {
        bench.supply.prepare(Bench.WITHIN);
        rampTo(0.1);
        doNothing().when(bench.supply).start(any());
        Recover recover = new Recover(context);
        recover.enter(bench.conduct);
        recover.perform(bench.conduct);

        assertThatExceptionOfType(PhaseFailedException.class)
                .isThrownBy(() -> recover.leave(bench.conduct))
                .withMessage("recover: the supply measures 0.1000 T, due the safe 0.0000 T within 0.0020 T");
    }

    @Test
    void readsTheCrystalOnceMoreWhenTheFieldIsSafe() throws Exception {
        bench.supply.prepare(Bench.WITHIN);
        rampTo(0.1);
        Recover recover = new Recover(context);
        recover.enter(bench.conduct);
        recover.perform(bench.conduct);

        assertThat(recover.leave(bench.conduct)).isEqualTo(Outcome.good("field at 0.0000 T; crystal at 4.000 K"));
    }
}
