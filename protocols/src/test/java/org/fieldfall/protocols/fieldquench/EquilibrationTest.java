package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;

import org.fieldfall.protocols.fieldquench.Equilibration.Way;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.junit.jupiter.api.Test;

class EquilibrationTest {

    private static final RigFacts WITH_BATH = new Bench().with(mock(Bath.class)).facts();
    private static final RigFacts WITHOUT = new Bench().facts();

    private static ShotSettings from(double tesla, double kelvin) {
        return new ShotSettings(tesla, 0.1, kelvin, 0.02, 10, 0.5, 60, 390, 0.001, 3000, 60, 600, 0.001);
    }

    private static Equilibration of(double tesla, double kelvin, RigFacts rig) {
        return Equilibration.of(ShotKind.SWEEP, from(tesla, kelvin), ShotPlanTest.CRYSTAL, rig);
    }

    @Test
    void waitsWhereTheBudgetAllowsIt() {
        Equilibration first = of(1, 4, WITH_BATH);

        assertThat(first.way()).isEqualTo(Way.WAIT);
        assertThat(first.neededSeconds()).isCloseTo(5 * 0.08, within(0.05));
        assertThat(first.waitAtMostSeconds()).isEqualTo(1800);
        assertThat(first.warning()).isEmpty();
    }

    /** The lowest temperature at which five relaxation times take a tenth of half an hour. */
    @Test
    void coolsInTheFieldFromWhereTheSpinsAreQuickEnough() {
        Equilibration cold = of(0.5, 2.5, WITH_BATH);

        double tau = ShotPlanTest.CRYSTAL.in(Surroundings.isolated()).equilibrationSeconds(cold.warmKelvin(), 0.5);
        assertThat(cold.isFieldCooled()).isTrue();
        assertThat(cold.neededSeconds()).isGreaterThan(6000);
        assertThat(5 * tau).isCloseTo(180, within(1e-3));
        assertThat(cold.warmKelvin()).isCloseTo(3.0, within(0.02));
        assertThat(cold.waitAtMostSeconds()).isZero();
        assertThat(cold.warning())
                .hasValueSatisfying(words -> assertThat(words)
                        .startsWith(
                                "equilibrium: 5 relaxation times at the initial temperature and field take 1.9 h, the budget is"
                                        + " 30.0 min; the crystal is cooled in the field from "));
    }

    @Test
    void saysHowMuchIsLeftWhereNothingCanWarmTheCrystal() {
        Equilibration cold = of(0.5, 2.5, WITHOUT);

        assertThat(cold.way()).isEqualTo(Way.OUT_OF_REACH);
        assertThat(cold.warning())
                .hasValueSatisfying(words -> assertThat(words)
                        .contains(
                                "this rig cannot warm it to cool it in the field",
                                "% of what it came with would be left"));
    }

    @Test
    void asksNothingOfSpinsThatAreNotLookedAt() {
        assertThat(Equilibration.of(ShotKind.BLANK, from(0.5, 2), ShotPlanTest.CRYSTAL, WITHOUT)
                        .way())
                .isEqualTo(Way.NONE);
    }
}
