package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoilCircuitTest {

    private final CoilCircuit coil = new CoilCircuit(0.1, 0.05, 0.15, 10);

    /** experiment.md §1: −5 + 1.5 … −4.85 V down, +6.5 V up. */
    @Test
    void hasTheVoltagesOfTheTwin() {
        assertThat(coil.peakVolts(1, 0.1, 10)).isCloseTo(4.85, within(1e-12));
        assertThat(coil.peakVolts(0.1, 1, 10)).isCloseTo(6.5, within(1e-12));
        assertThat(coil.peakVolts(1, -1, 10)).isCloseTo(6.5, within(1e-12));
    }

    @Test
    void reachesTheRateThatItsComplianceIsNeededFor() {
        assertThat(coil.peakVolts(1, 0.1, coil.reachableRate(1, 0.1))).isCloseTo(10, within(1e-12));
        assertThat(new CoilCircuit(0.1, 0.05, 0.15, 1).reachableRate(0.1, 1)).isZero();
    }
}
