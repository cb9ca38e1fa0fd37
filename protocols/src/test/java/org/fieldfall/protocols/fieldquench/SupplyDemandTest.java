package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fieldfall.protocols.instrument.RampProgram;
import org.junit.jupiter.api.Test;

class SupplyDemandTest {

    private static final RigFacts RIG = PlanRigs.plain(RigFacts.ColdCoil.unknown());

    private static SupplyDemand of(ShotSettings shot) {
        double dwell = RIG.supply().shortestDwellSeconds();
        return SupplyDemand.of(
                shot,
                RIG,
                RampProgram.linear(shot.initialTesla(), shot.finalTesla(), shot.rateTeslaPerSecond(), dwell));
    }

    @Test
    void isTheFirstShotsInClosedForm() {
        SupplyDemand demand = of(PlanRigs.settings(1, 0.1));

        // L dI/dt − R I at the end of the ramp down, where R helps least.
        assertThat(demand.peakVolts()).isCloseTo(0.05 * 100 - 0.15 * 1, within(1e-9));
        assertThat(demand.points()).isEqualTo(180);
        assertThat(demand.stepTesla()).isCloseTo(0.005, within(1e-12));
        assertThat(demand.rampSeconds()).isCloseTo(0.09, within(1e-12));
        assertThat(demand.reachedTeslaPerSecond()).isCloseTo(10, within(1e-9));
        assertThat(demand.reachableTeslaPerSecond()).isCloseTo((10 + 0.15) / 0.05 * 0.1, within(1e-9));
        assertThat(demand.largestAmperes()).isCloseTo(10, within(1e-9));
    }

    @Test
    void holdsAFieldAgainstTheResistanceAlone() {
        SupplyDemand demand = of(PlanRigs.settings(1, 1));

        assertThat(demand.peakVolts()).isCloseTo(1.5, within(1e-9));
        assertThat(demand.rampSeconds()).isZero();
    }

    @Test
    void warnsOfARateThatThePointsRound() {
        // 3 mT at 4 T/s are 1.5 points: 2 are taken.
        ShotSettings shot = new ShotSettings(1, 0.997, 4, 0.02, 4, 0.5, 60, 390, 0.001, 3000, 60, 600, 0.001);

        assertThat(of(shot).warnings(shot, RIG.supply()))
                .contains("rate: 2 points of 0.0005 s make 3.00 T/s of the asked 4 T/s");
    }

    @Test
    void refusesSlowRampsThatTheComplianceCannotDo() {
        ShotSettings shot = new ShotSettings(1, 0.1, 4, 0.02, 10, 11.9, 60, 390, 0.001, 3000, 60, 600, 0.001);
        SupplyDemand weak = of(shot);
        SupplyDemand demand = new SupplyDemand(weak.peakVolts(), 5, 180, 1002, 0.005, 0.0005, 0.09, 10, 10, 10);

        assertThat(demand.refusals(shot, RIG))
                .containsExactly("preparation-rate: 11.9 T/s from 0 T to 1 T needs 7.45 V (L dI/dt + R I), the supply's"
                        + " compliance is 5 V");
    }
}
