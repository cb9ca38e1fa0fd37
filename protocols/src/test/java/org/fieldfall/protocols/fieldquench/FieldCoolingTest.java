package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.Map;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.run.FigureFound;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.theory.kinetics.TrackedWells;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bath that goes from setpoint to setpoint at 50 mK/s, and a crystal that follows it at once. */
class FieldCoolingTest {

    private static final double KELVIN_PER_SECOND = 0.05;

    private final Bath bath = mock(Bath.class);
    private final Bench bench = new Bench().with(bath);
    private double fromKelvin = 2.5;
    private double toKelvin = 2.5;
    private double since;

    @BeforeEach
    void followTheSetpoint() {
        when(bath.capability()).thenReturn(new Bath.Capability(1.8, 20));
        doAnswer(asked -> {
                    fromKelvin = kelvin();
                    toKelvin = asked.getArgument(0);
                    since = bench.clock.seconds();
                    return null;
                })
                .when(bath)
                .setSetpoint(anyDouble(), any());
        when(bath.measureKelvin(any())).thenAnswer(asked -> kelvin());
        when(bench.thermometer.kelvin(anyDouble())).thenAnswer(asked -> kelvin());
    }

    private double kelvin() {
        double gone = KELVIN_PER_SECOND * (bench.clock.seconds() - since);
        return fromKelvin + Math.copySign(Math.min(gone, Math.abs(toKelvin - fromKelvin)), toKelvin - fromKelvin);
    }

    private static ShotSettings cold(double within) {
        var due = new ShotSettings.Equilibrium(5, within, 1800);
        return new ShotSettings(0.5, 0.1, 2.5, 0.02, 10, 0.5, 60, 390, 0.001, 3000, 60, 600, 0.001, due);
    }

    private Outcome settled(ShotContext context) throws Exception {
        SpinTrack track = new SpinTrack(context);
        Prepare prepare = new Prepare(context, track);
        prepare.enter(bench.conduct);
        prepare.perform(bench.conduct);
        assertThat(prepare.leave(bench.conduct).why()).contains("relaxed in the field at 2.99");
        Settle settle = new Settle(context, track);
        settle.enter(bench.conduct);
        settle.perform(bench.conduct);
        return settle.leave(bench.conduct);
    }

    @Test
    void relaxesTheSpinsInTheFieldAndTellsWhereTheyStoppedToFollow() throws Exception {
        ShotContext context = bench.context(cold(0.01));

        Outcome settled = settled(context);

        var order = inOrder(bath, bench.supply);
        order.verify(bath).setSetpoint(context.equilibration().warmKelvin(), Bench.WITHIN);
        order.verify(bench.supply).start(any());
        order.verify(bath).setSetpoint(2.5, Bench.WITHIN);
        TrackedWells found = context.notes().wells().orElseThrow();
        assertThat(2 * found.halfGap()).isLessThan(1e-3);
        assertThat(found.departureAtMost()).isBetween(0.003, 0.007);
        assertThat(settled.quality()).isEqualTo(Quality.GOOD);
        assertThat(settled.why())
                .contains("near equilibrium", "at most 0.", "allowed are 1 %; that of ", "ΔT changes by +0.0");
    }

    @Test
    void isMarkedWithItsSizeWhereTheyStoppedTooEarly() throws Exception {
        Outcome settled = settled(bench.context(cold(0.001)));

        assertThat(settled.quality()).isEqualTo(Quality.MARKED);
        assertThat(settled.why()).contains("OUT OF EQUILIBRIUM", "allowed are 0.1 %");
    }

    /** Whatever the record keeps of them has to give the same numbers to the bit. */
    @Test
    void tellsTheRecordWhatItNoted() throws Exception {
        ShotContext context = bench.context(cold(0.01));
        settled(context);

        Map<String, FigureFound> told = new HashMap<>();
        bench.heard.stream()
                .filter(FigureFound.class::isInstance)
                .map(FigureFound.class::cast)
                .forEach(figure -> told.put(figure.name(), figure));

        assertThat(PopulationFigures.wells(told, 1)).isEqualTo(context.notes().wells());
        assertThat(PopulationFigures.wells(told, 2)).isEmpty();
    }

    /** A start nobody knows, and a bath that was cold all the time: the bound says that nothing is known. */
    @Test
    void knowsNothingOfSpinsThatNeverHadTime() throws Exception {
        Bench fixed = new Bench();
        when(fixed.thermometer.kelvin(anyDouble())).thenReturn(2.5);
        ShotContext context = fixed.context(cold(0.01));
        SpinTrack track = new SpinTrack(context);
        track.readField(fixed.conduct);
        track.reading(fixed.conduct);
        fixed.conduct.pause(60);
        track.reading(fixed.conduct);

        assertThat(track.isEquilibrated()).isFalse();
        assertThat(track.now().orElseThrow().halfGap()).isCloseTo(0.5, within(0.03));
        assertThat(track.state().orElseThrow().words()).startsWith("OUT OF EQUILIBRIUM");
    }
}
