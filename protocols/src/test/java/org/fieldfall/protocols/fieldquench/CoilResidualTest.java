package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.RampProgram;
import org.junit.jupiter.api.Test;

class CoilResidualTest {

    private static final Duration WITHIN = Duration.ofSeconds(2);
    private static final double HENRY = 0.05;
    private static final double OHM = 0.15;
    private static final double TESLA_PER_AMPERE = 0.1;
    private static final double RATE = 0.5;

    private final HandRig rig = new HandRig(false);
    private double more;

    /** A voltmeter that sees what a coil in a ramp has, and something more. */
    private final AuxiliaryChannel voltmeter = new AuxiliaryChannel() {
        @Override
        public String name() {
            return "coil";
        }

        @Override
        public String unit() {
            return "V";
        }

        @Override
        public Identity identify(Duration within) {
            return new Identity("FAKE", "voltmeter", "SIM9", "1");
        }

        @Override
        public double measure(Duration within) {
            rig.clock.pass(0.02);
            double amperes = rig.supply.tesla() / TESLA_PER_AMPERE;
            double slope = rig.supply.status(within).isRunning() ? RATE / TESLA_PER_AMPERE : 0;
            return HENRY * slope + OHM * amperes + more;
        }

        @Override
        public void resynchronise(Duration within) {}
    };

    private final CoilResidual residual = new CoilResidual(voltmeter, rig.supply, rig.clock, HENRY, OHM);

    @Test
    void isNothingInAHealthyCircuitAtRestAndInARamp() {
        rig.supply.prepare(WITHIN);
        rig.supply.load(RampProgram.linear(0, 1, RATE, 0.01), WITHIN);
        rig.supply.start(WITHIN);
        rig.clock.pass(0.5);

        // The slope is that between two readings 30 ms apart of a field that goes in steps of 10 ms.
        assertThat(residual.measure(WITHIN)).isCloseTo(0, within(0.15));

        rig.clock.pass(5);
        assertThat(residual.measure(WITHIN)).isCloseTo(0, within(1e-12));
    }

    @Test
    void isWhatAResistanceAddsThatShouldNotBeThere() {
        rig.supply.prepare(WITHIN);
        more = 2.5;

        assertThat(residual.measure(WITHIN)).isEqualTo(2.5);
    }
}
