package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.fieldfall.protocols.instrument.Excitation;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.sequence.PhaseFailedException;
import org.fieldfall.protocols.sequence.SafeStep;
import org.junit.jupiter.api.Test;

class PrepareTest {

    private final Excitation source = mock(Excitation.class);
    private final Bench bench = new Bench().with(source);

    private Prepare prepare() {
        ShotContext context = bench.context();
        return new Prepare(context, new SpinTrack(context));
    }

    @Test
    void feedsTheThermometerAndSeesTheCurrentBeforeItReads() throws Exception {
        when(source.measureAmperes(any())).thenReturn(0.4501e-6);

        prepare().enter(bench.conduct);

        var order = inOrder(source, bench.thermometer);
        order.verify(source).set(Bench.LEVEL_AMPERES, Bench.WITHIN);
        order.verify(source).measureAmperes(Bench.WITHIN);
        order.verify(bench.thermometer).readOnce(anyDouble(), any());
        assertThat(bench.values("excitation")).containsExactly(0.4501e-6);
    }

    @Test
    void doesNotGoOnWithoutTheCurrentItAskedFor() {
        when(source.measureAmperes(any())).thenReturn(0.43e-6);

        assertThatExceptionOfType(PhaseFailedException.class)
                .isThrownBy(() -> prepare().enter(bench.conduct))
                .withMessage("excitation: asked for 4.5e-7 A, the source measures 4.3e-7 A, due within 1 %");
    }

    @Test
    void theWayToSafetyTakesTheCurrentOffTheThermometer() throws Exception {
        when(source.urgent()).thenReturn(source);
        SafeStep last = FieldQuenchShot.wayToSafety(bench.roles(), bench.facts(), Bench.WITHIN).stream()
                .filter(step -> step.instrument().equals("excitation"))
                .findFirst()
                .orElseThrow();

        assertThat(last.bring(bench.clock, bench.heard::add)).isTrue();

        verify(source).set(0, Bench.WITHIN);
        assertThat(bench.heard)
                .last()
                .isInstanceOfSatisfying(
                        SafeStateStep.class, step -> assertThat(step.isSafe()).isTrue());
    }
}
