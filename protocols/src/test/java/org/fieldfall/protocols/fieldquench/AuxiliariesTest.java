package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.ScalarRead;
import org.junit.jupiter.api.Test;

class AuxiliariesTest {

    private final AuxiliaryChannel helium = channel();
    private final Bench bench = new Bench().with(helium);
    private final Auxiliaries auxiliaries = new Auxiliaries(bench.roles().auxiliary());

    private static AuxiliaryChannel channel() {
        AuxiliaryChannel helium = mock(AuxiliaryChannel.class);
        when(helium.name()).thenReturn("helium");
        when(helium.unit()).thenReturn("%");
        return helium;
    }

    private void readFor(double seconds) throws InterruptedException {
        bench.conduct.waitUntil(seconds, now -> auxiliaries.read(bench.conduct));
    }

    @Test
    void readsAtAModestPaceUnderANameAndUnitOfItsOwn() throws Exception {
        when(helium.measure(any())).thenReturn(62.0);

        readFor(25);

        verify(helium, times(3)).measure(any());
        assertThat(bench.heard).first().isInstanceOfSatisfying(ScalarRead.class, read -> {
            assertThat(read.channel()).isEqualTo("auxiliary helium");
            assertThat(read.unit()).isEqualTo("%");
            assertThat(read.value()).isEqualTo(62);
        });
    }

    @Test
    void writesDownAFailureAndLeavesTheBoxAloneForAWhile() throws Exception {
        when(helium.measure(any()))
                .thenThrow(new NoReplyException("gauge", "asked, got nothing"))
                .thenReturn(62.0);

        readFor(100);
        assertThat(bench.values("auxiliary helium")).containsExactly(Double.NaN);
        assertThat(bench.heard).filteredOn(Remark.class::isInstance).hasSize(1);

        readFor(125);
        assertThat(bench.values("auxiliary helium")).containsExactly(Double.NaN, 62.0);
    }
}
