package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.sequence.PhaseFailedException;
import org.fieldfall.protocols.sequence.SlowRamp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelaxTest {

    private final Bench bench = new Bench();
    private final ShotContext context = bench.context();
    private final Relax relax = new Relax(context, new Acquisition(context, 0));

    @BeforeEach
    void letTheMeterHaveNothingNew() {
        when(bench.thermometer.drain(any())).thenReturn(new SampleBlock(0, 0.001, new double[0]));
        bench.supply.prepare(Bench.WITHIN);
    }

    /** A supply may trip, or the magnet quench, between two looks at the field. */
    @Test
    void failsAShotWhoseFieldDidNotStay() throws Exception {
        moveTo(0.05);

        assertThatExceptionOfType(PhaseFailedException.class)
                .isThrownBy(() -> relax.leave(bench.conduct))
                .withMessageStartingWith("relax: the supply measures 0.0500 T, due 0.1000 T");
    }

    @Test
    void looksForThePredictionWhereTheFieldStayed() throws Exception {
        moveTo(0.1);

        assertThat(relax.leave(bench.conduct).why()).contains("no prediction");
    }

    private void moveTo(double tesla) throws Exception {
        SlowRamp.perform(
                bench.supply, SlowRamp.programs(0, tesla, 0.5, bench.supply.capability()), bench.conduct, Bench.WITHIN);
    }
}
