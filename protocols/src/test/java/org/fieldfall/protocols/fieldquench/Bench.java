package org.fieldfall.protocols.fieldquench;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.fieldfall.protocols.analysis.Thermometry;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.Excitation;
import org.fieldfall.protocols.instrument.MeterCapability;
import org.fieldfall.protocols.instrument.SampleThermometer;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.FakeSupply;
import org.fieldfall.protocols.sequence.HandMovedRigClock;
import org.fieldfall.protocols.sequence.RunControl;
import org.fieldfall.protocols.sequence.Safeguards;
import org.fieldfall.protocols.sequence.SupplyToSafety.SafeField;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;
import org.mockito.Mockito;

/** A rig of stand-ins for one phase at a time: the field follows its programs, the thermometer shows 4 K. */
final class Bench {

    static final Duration WITHIN = Duration.ofSeconds(1);
    static final double LEVEL_AMPERES = 0.45e-6;

    private static final MeterCapability METER = new MeterCapability(0.0003, 50_000, 1_000_000, "V");

    private static final Crystal CRYSTAL = new Crystal(
            new AxialSpin(10, -0.5 * Constants.KELVIN_PER_WAVENUMBER, 2.05),
            new Debye(38, 1),
            new Arrhenius(61.5, 2.1e-7),
            new Uncertain(1.942e-6, 5e-9));

    final HandMovedRigClock clock = new HandMovedRigClock();
    final FakeSupply supply = Mockito.spy(new FakeSupply(clock));
    final SampleThermometer thermometer = mock(SampleThermometer.class);
    final List<RunEvent> heard = new ArrayList<>();
    final Conduct conduct;

    private RigRoles roles = RigRoles.of(supply, thermometer);

    Bench() {
        when(thermometer.capability()).thenReturn(METER);
        when(thermometer.readOnce(anyDouble(), any())).thenReturn(1.0);
        when(thermometer.kelvin(anyDouble())).thenReturn(4.0);
        conduct = new Conduct(clock, new RunControl(), Safeguards.of(List.of()), heard::add);
    }

    private Bench with(UnaryOperator<RigRoles> more) {
        roles = more.apply(roles);
        return this;
    }

    Bench with(Excitation source) {
        return with(r -> new RigRoles(
                r.supply(),
                r.thermometer(),
                r.monitor(),
                r.bath(),
                r.heatSwitch(),
                r.heater(),
                Optional.of(source),
                r.auxiliary()));
    }

    Bench with(Bath bath) {
        return with(r -> new RigRoles(
                r.supply(),
                r.thermometer(),
                r.monitor(),
                Optional.of(bath),
                r.heatSwitch(),
                r.heater(),
                r.excitation(),
                r.auxiliary()));
    }

    Bench with(AuxiliaryChannel channel) {
        return with(r -> new RigRoles(
                r.supply(),
                r.thermometer(),
                r.monitor(),
                r.bath(),
                r.heatSwitch(),
                r.heater(),
                r.excitation(),
                List.of(channel)));
    }

    RigRoles roles() {
        return roles;
    }

    /** A sweep from 1 T to 0.1 T at 4 K. */
    ShotContext context() {
        return context(new ShotSettings(1, 0.1, 4, 0.02, 10, 0.5, 60, 390, 0.001, 3000, 60, 600, 0.001));
    }

    ShotContext context(ShotSettings settings) {
        Shot shot = Shot.of(ShotKind.SWEEP, settings);
        return new ShotContext(
                1,
                shot.kind(),
                settings,
                ShotPlan.of(shot, CRYSTAL, facts()),
                CRYSTAL,
                facts(),
                roles,
                new ShotNotes(),
                new Auxiliaries(roles.auxiliary()),
                new Bias(roles.bias(), Optional.empty(), WITHIN),
                WITHIN);
    }

    RigFacts facts() {
        return new RigFacts(
                supply.capability(),
                METER,
                new SafeField(0, 1, 0.002, true),
                new Uncertain(0.1, 1e-4),
                0.05,
                0.15,
                10,
                new RigFacts.BathFacts(roles.bath().isPresent() ? Optional.empty() : Optional.of(4.0), 0.005, 30),
                PlatformFacts.constant(new Uncertain(0.14e-6, 3e-9), new Uncertain(1e-6, 5e-8)),
                new Thermometry(volts -> volts, 0.003, 2e-6, 5e-4, new Uncertain(0.0115, 0.002), Uncertain.exact(0)),
                0.0003,
                1.5,
                20,
                50,
                Optional.empty(),
                false,
                Optional.empty(),
                roles.excitation().map(source -> LEVEL_AMPERES));
    }

    /** Values of a channel in the order they were heard. */
    List<Double> values(String channel) {
        return heard.stream()
                .filter(ScalarRead.class::isInstance)
                .map(ScalarRead.class::cast)
                .filter(read -> read.channel().equals(channel))
                .map(ScalarRead::value)
                .toList();
    }
}
