package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import org.fieldfall.protocols.fieldquench.RigFacts.BiasFacts;
import org.fieldfall.protocols.instrument.BiasMagnet;
import org.junit.jupiter.api.Test;

class BiasTest {

    private static final ShotSettings FIRST =
            new ShotSettings(1, 0.1, 4, 0.02, 10, 0.5, 60, 390, 0.001, 3000, 60, 600, 0.001);

    private static RigFacts rig(double biasTesla) {
        return PlanRigs.plain(RigFacts.ColdCoil.unknown())
                .withBias(new BiasFacts(biasTesla, new BiasMagnet.Capability(0.3, 0.001, 1e-5)));
    }

    private static ShotPlan plan(ShotSettings shot, RigFacts rig) {
        return ShotPlan.of(Shot.of(ShotKind.SWEEP, shot), ShotPlanTest.CRYSTAL, rig);
    }

    @Test
    void leavesTheRestToTheCoil() {
        ShotPlan plan = plan(FIRST, rig(0.05));

        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.sweep().lastTesla()).isCloseTo(0.05, within(1e-12));
        assertThat(plan.supply().largestAmperes()).isCloseTo(9.5, within(1e-9));
    }

    @Test
    void changesNothingThatTheTheoryExpects() {
        Expectation alone =
                plan(FIRST, PlanRigs.plain(RigFacts.ColdCoil.unknown())).expected();
        Expectation biased = plan(FIRST, rig(0.05)).expected();

        assertThat(biased.suddenKelvin()).isEqualTo(alone.suddenKelvin());
        assertThat(biased.completedKelvin()).isEqualTo(alone.completedKelvin());
    }

    @Test
    void takesItsTimeBeforeTheCoil() {
        double alone = preparation(PlanRigs.plain(RigFacts.ColdCoil.unknown()));
        double biased = preparation(rig(0.05));

        // 50 s to the bias, 0.1 s less to the coil's field.
        assertThat(biased - alone).isBetween(50.0, 60.0);
    }

    private static double preparation(RigFacts rig) {
        return plan(FIRST, rig).timetable().span(Prepare.NAME).orElseThrow().expected();
    }

    @Test
    void allowsAFieldThatTheCoilAloneIsNotAllowed() {
        ShotSettings high = FIRST.between(1.2, 0.2);

        assertThat(plan(high, PlanRigs.plain(RigFacts.ColdCoil.unknown())).refusals())
                .isNotEmpty();
        assertThat(plan(high, rig(0.2)).refusals()).isEmpty();
        assertThat(plan(FIRST, rig(-0.2)).refusals())
                .anySatisfy(refusal -> assertThat(refusal).startsWith("initial-field less the bias field: 1.2 T"));
    }

    @Test
    void isZeroWithoutAMagnet() {
        assertThat(PlanRigs.plain(RigFacts.ColdCoil.unknown()).biasTesla()).isZero();
        assertThat(new Bias(Optional.empty(), Optional.empty(), Duration.ofSeconds(1)).tesla())
                .isZero();
    }
}
