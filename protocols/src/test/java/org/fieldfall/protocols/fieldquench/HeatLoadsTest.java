package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeatLoadsTest {

    private static final RigFacts RIG = PlanRigs.plain(RigFacts.ColdCoil.unknown());

    @Test
    void areClosedFormsOfRateLinkAndHeatCapacity() {
        ShotPlan plan = PlanRigs.sweep(RIG);
        HeatLoads heat = plan.heat();

        // experiment.md §1: 1e-9 W/(T/s)² are 0.1 µW and 9 nJ, under 1 mK.
        assertThat(heat.eddyWatt()).isCloseTo(1e-7, within(1e-12));
        assertThat(heat.eddyJoule()).isCloseTo(9e-9, within(1e-13));
        assertThat(heat.eddyKelvin()).isCloseTo(9e-9 / (0.14e-6 * plan.linkSeconds()), within(1e-9));
        assertThat(heat.selfHeatingKelvin()).isCloseTo(0.7e-9 / 0.14e-6, within(1e-9));
        assertThat(heat.elementKelvin()).isCloseTo(0.7e-3, within(1e-9));
        assertThat(heat.pulseKelvin()).isEmpty();
    }

    @Test
    void warmByAPulseAsTheLinkAllows() {
        Shot pulse = Shot.pulse(PlanRigs.settings(1, 1), new Shot.Pulse(14e-9, 100));

        ShotPlan plan = ShotPlan.of(pulse, ShotPlanTest.CRYSTAL, RIG);

        // P/K, as far as it gets.
        assertThat(plan.heat().pulseKelvin().orElseThrow())
                .isCloseTo(0.1 * -Math.expm1(-100 / plan.linkSeconds()), within(1e-9));
    }
}
