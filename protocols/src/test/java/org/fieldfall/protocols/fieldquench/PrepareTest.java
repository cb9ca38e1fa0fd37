package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.fieldfall.protocols.instrument.Excitation;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.sequence.PhaseFailedException;
import org.fieldfall.protocols.sequence.SafeTurn;
import org.fieldfall.protocols.sequence.WayToSafety;
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
        SafeTurn last = SafeTurns.of(bench.roles(), bench.facts().safe(), SafeOrder.usual()).stream()
                .filter(turn -> turn.step().instrument().equals("excitation"))
                .findFirst()
                .orElseThrow();

        assertThat(new WayToSafety(bench.clock, bench.heard::add, List.of(last)).go())
                .isTrue();

        verify(source).set(eq(0.0), any());
        assertThat(bench.heard)
                .last()
                .isInstanceOfSatisfying(
                        SafeStateStep.class, step -> assertThat(step.isSafe()).isTrue());
    }
}
