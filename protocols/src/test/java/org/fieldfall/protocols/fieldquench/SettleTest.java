package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.sequence.PhaseFailedException;
import org.junit.jupiter.api.Test;

class SettleTest {

    private final Bath bath = mock(Bath.class);
    private final Bench bench = new Bench().with(bath);

    private Settle settle() {
        ShotContext context = bench.context();
        return new Settle(context, new SpinTrack(context));
    }

    @Test
    void givesUpSoonOnABathThatCannotBeRead() {
        when(bath.measureKelvin(any())).thenReturn(Double.NaN);

        assertThatExceptionOfType(PhaseFailedException.class)
                .isThrownBy(() -> settle().perform(bench.conduct))
                .withMessageStartingWith("settle: the bath's reading has been invalid")
                .withMessageEndingWith("due a temperature at least every 30 s");
        assertThat(bench.clock.seconds()).isLessThan(40);
    }

    @Test
    void sitsOutAShortBlindnessOfTheBath() throws Exception {
        when(bath.measureKelvin(any())).thenAnswer(asked -> bench.clock.seconds() < 20 ? Double.NaN : 4.0);

        settle().perform(bench.conduct);

        assertThat(bench.clock.seconds()).isBetween(60.0, 65.0);
    }
}
