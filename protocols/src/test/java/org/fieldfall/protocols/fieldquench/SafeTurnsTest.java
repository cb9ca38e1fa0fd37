package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.instrument.HeatSwitch;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.fieldfall.protocols.instrument.SampleThermometer;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.sequence.FakeSupply;
import org.fieldfall.protocols.sequence.HandMovedRigClock;
import org.fieldfall.protocols.sequence.SupplyToSafety.SafeField;
import org.fieldfall.protocols.sequence.WayToSafety;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SafeTurnsTest {

    private static final Duration WITHIN = Duration.ofSeconds(1);
    private static final SafeField SAFE = new SafeField(0, 1, 0.002, true);

    private final HandMovedRigClock clock = new HandMovedRigClock();
    private final FakeSupply supply = spy(new FakeSupply(clock));
    private final SampleHeater heater = mock(SampleHeater.class);
    private final HeatSwitch link = mock(HeatSwitch.class);
    private final SampleThermometer thermometer = mock(SampleThermometer.class);
    private final List<RunEvent> heard = new ArrayList<>();

    @BeforeEach
    void goUrgently() {
        when(heater.urgent()).thenReturn(heater);
        when(link.urgent()).thenReturn(link);
        when(thermometer.urgent()).thenReturn(thermometer);
    }

    private boolean go(SafeOrder order) {
        RigRoles roles = new RigRoles(
                supply,
                thermometer,
                Optional.empty(),
                Optional.empty(),
                Optional.of(link),
                Optional.of(heater),
                Optional.empty(),
                List.of());
        return new WayToSafety(clock, heard::add, SafeTurns.of(roles, SAFE, order)).go();
    }

    private void raise() throws InterruptedException {
        supply.prepare(WITHIN);
        supply.load(RampProgram.linear(0, 0.5, 1, 0.01), WITHIN);
        supply.start(WITHIN);
        clock.waitUntil(clock.seconds() + 0.1, WITHIN);
        clock.pass(1);
    }

    @Test
    void bringsTheFieldDownBeforeAnythingElseAndSwitchesOffLast() throws InterruptedException {
        raise();

        assertThat(go(SafeOrder.usual())).isTrue();

        var order = inOrder(supply, heater, link, thermometer);
        order.verify(supply).resynchronise(any());
        order.verify(supply).measureField(any());
        order.verify(supply).load(any(), any());
        order.verify(supply).start(any());
        order.verify(supply).measureField(any());
        order.verify(supply).outputOff(anyDouble(), any());
        order.verify(heater).off(any());
        order.verify(link).close(any());
        order.verify(thermometer).stop(any());
    }

    @Test
    void goesInTheOrderOfTheRigFile() {
        go(new SafeOrder(List.of(
                new SafeOrder.Place(SafeOrder.Role.HEAT_SWITCH, 5, ""),
                new SafeOrder.Place(SafeOrder.Role.SAMPLE_THERMOMETER, 5, ""))));

        var order = inOrder(supply, heater, link, thermometer);
        order.verify(link).close(any());
        order.verify(thermometer).stop(any());
        order.verify(supply).outputOff(anyDouble(), any());
        order.verify(heater).off(any());
    }

    @Test
    void sparesNobodyBecauseAnotherThrows() throws InterruptedException {
        raise();
        doThrow(new NoReplyException("heater", "asked to switch off, got nothing"))
                .when(heater)
                .off(any());

        assertThat(go(new SafeOrder(
                        List.of(new SafeOrder.Place(SafeOrder.Role.SAMPLE_HEATER, 20, "pull the heater's plug")))))
                .isFalse();

        var order = inOrder(supply, heater, link, thermometer);
        order.verify(heater).off(any());
        order.verify(supply).outputOff(anyDouble(), any());
        order.verify(link).close(any());
        order.verify(thermometer).stop(any());
        assertThat(supply.tesla()).isZero();
        assertThat(clock.seconds()).isLessThan(30);
        assertThat(heard).last().isInstanceOfSatisfying(SafeStateStep.class, step -> {
            assertThat(step.instrument()).isEqualTo("sample heater");
            assertThat(step.readback()).startsWith("NOT SEEN SAFE").endsWith("pull the heater's plug");
        });
    }
}
