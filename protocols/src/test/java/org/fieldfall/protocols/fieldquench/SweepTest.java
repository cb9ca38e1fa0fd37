package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.when;

import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.sequence.PhaseFailedException;
import org.fieldfall.protocols.sequence.SlowRamp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepTest {

    private final Bench bench = new Bench();
    private final ShotContext context = bench.context();
    private final Sweep sweep = new Sweep(context, new Acquisition(context, 0), new Monitoring(context));

    @BeforeEach
    void loadAtTheInitialField() throws Exception {
        when(bench.thermometer.drain(any())).thenAnswer(asked -> {
            // Asking takes a moment; without it the rig clock would stand still while the sweep is watched.
            bench.clock.waitUntil(bench.clock.seconds() + 0.01, Bench.WITHIN);
            return new SampleBlock(0, 0.001, new double[0]);
        });
        SlowRamp.perform(
                bench.supply, SlowRamp.programs(0, 1, 0.5, bench.supply.capability()), bench.conduct, Bench.WITHIN);
        bench.supply.load(context.plan().sweep(), Bench.WITHIN);
    }

    @Test
    void passesWhenTheFieldIsWhereItShouldBe() throws Exception {
        sweep.enter(bench.conduct);
        sweep.perform(bench.conduct);

        assertThat(sweep.leave(bench.conduct).quality()).isEqualTo(Quality.GOOD);
    }

    /** The command to start may be lost: then the supply says that nothing runs, and nothing has moved. */
    @Test
    void failsWhenTheFieldDidNotMove() throws Exception {
        doNothing().when(bench.supply).start(any());

        sweep.enter(bench.conduct);
        sweep.perform(bench.conduct);

        assertThatExceptionOfType(PhaseFailedException.class)
                .isThrownBy(() -> sweep.leave(bench.conduct))
                .withMessage("sweep: the field ended at 1.0000 T, due 0.1000 T");
    }
}
