package org.fieldfall.drivers.volts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.fieldfall.drivers.transport.Conversation;
import org.fieldfall.drivers.truevolt.Truevolt34465A;
import org.fieldfall.drivers.truevolt.TruevoltSettings;
import org.fieldfall.protocols.instrument.BufferedMeter;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.MeterCapability;
import org.junit.jupiter.api.Test;

class VoltsAcrossSensorTest {

    @Test
    void refusesAMeterInAResistanceMode() {
        var curve = CalibrationCurve.of(new double[] {1000, 3740, 10_000}, new double[] {12, 4, 2});
        var settings = new TruevoltSettings(0.1, Duration.ofSeconds(2));
        var ohmmeter = new Ohmmeter(new Truevolt34465A(Conversation.begun().line(), settings));

        assertThatThrownBy(() -> new VoltsAcrossSensor(ohmmeter, 0.45e-6, curve))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reads V, not one that reads Ohm");
    }

    private record Ohmmeter(BufferedMeter meter) implements OnMeter {

        @Override
        public MeterCapability capability() {
            return new MeterCapability(1e-3, 1000, 1_000_000, "Ohm");
        }
    }
}
